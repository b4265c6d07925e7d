#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), db, sql);
    return statement;
}

static const char *text(sqlite3_stmt *statement, int column) {
    return (const char *)sqlite3_column_text(statement, column);
}

static void append(char *list, size_t size, const char *separator, const char *item) {
    size_t used = strlen(list);
    snprintf(list + used, size - used, "%s%s", used ? separator : "", item);
}

static void describe_columns(sqlite3 *db, Table *table) {
    if (table->is_virtual) {
        strcpy(table->column_list, "rowid");
        table->columns = 1;
    }
    char *sql = sqlite3_mprintf("SELECT name, pk FROM pragma_table_info(%Q, 'source')", table->name);
    sqlite3_stmt *statement = prepare(db, sql);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        char *column = sqlite3_mprintf("\"%w\"", text(statement, 0));
        append(table->column_list, sizeof table->column_list, ", ", column);
        table->columns += 1;
        if (sqlite3_column_int(statement, 1) > 0) {
            char *match = sqlite3_mprintf("a.%s = b.%s", column, column);
            append(table->key_match, sizeof table->key_match, " AND ", match);
            sqlite3_free(match);
        }
        sqlite3_free(column);
    }
    sqlite3_finalize(statement);
    sqlite3_free(sql);
}

// Shadow tables stay out: the virtual table writes them.
static void list_tables(sqlite3 *db, Rows *rows) {
    sqlite3_stmt *statement = prepare(
        db,
        "SELECT name, type = 'virtual', wr FROM pragma_table_list "
        "WHERE schema = 'source' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY name"
    );
    while (sqlite3_step(statement) == SQLITE_ROW && rows->table_count < MOST_TABLES) {
        Table *table = &rows->tables[rows->table_count++];
        snprintf(table->name, sizeof table->name, "%s", text(statement, 0));
        table->is_virtual = sqlite3_column_int(statement, 1);
        table->without_rowid = sqlite3_column_int(statement, 2);
        describe_columns(db, table);
    }
    sqlite3_finalize(statement);
}

static Table *find(Rows *rows, const char *name) {
    for (int i = 0; i < rows->table_count; i++)
        if (strcmp(rows->tables[i].name, name) == 0) return &rows->tables[i];
    return NULL;
}

// What foreign keys refer to is written before what refers to it.
static void order_tables(sqlite3 *db, Rows *rows) {
    for (int round = 0; round < rows->table_count; round++) {
        sqlite3_stmt *statement = prepare(
            db,
            "SELECT t.name, f.\"table\" FROM pragma_table_list t, pragma_foreign_key_list(t.name, 'source') f "
            "WHERE t.schema = 'source' AND f.\"table\" <> t.name"
        );
        while (sqlite3_step(statement) == SQLITE_ROW) {
            Table *child = find(rows, text(statement, 0)), *parent = find(rows, text(statement, 1));
            if (child && parent && child->depth <= parent->depth) child->depth = parent->depth + 1;
        }
        sqlite3_finalize(statement);
    }
}

// A cell is its type, then 8 bytes of number, or 4 bytes of length and the bytes.
static uint8_t *pack(sqlite3_stmt *statement, int columns) {
    size_t size = 0;
    for (int i = 0; i < columns; i++) size += 9 + (size_t)sqlite3_column_bytes(statement, i);
    uint8_t *cells = malloc(size), *end = cells;
    if (!cells) abort();
    for (int i = 0; i < columns; i++) {
        int type = sqlite3_column_type(statement, i);
        *end++ = (uint8_t)type;
        if (type == SQLITE_INTEGER) {
            sqlite3_int64 value = sqlite3_column_int64(statement, i);
            memcpy(end, &value, 8), end += 8;
        } else if (type == SQLITE_FLOAT) {
            double value = sqlite3_column_double(statement, i);
            memcpy(end, &value, 8), end += 8;
        } else if (type != SQLITE_NULL) {
            const void *bytes = sqlite3_column_blob(statement, i);
            int length = sqlite3_column_bytes(statement, i);
            memcpy(end, &length, 4), end += 4;
            memcpy(end, bytes, (size_t)length), end += length;
        }
    }
    return cells;
}

static void note_newest_id(sqlite3_stmt *statement, int columns, uint8_t *newest) {
    for (int i = 0; i < columns; i++) {
        if (sqlite3_column_type(statement, i) != SQLITE_BLOB || sqlite3_column_bytes(statement, i) != ID_SIZE) continue;
        const uint8_t *id = sqlite3_column_blob(statement, i);
        if (id[6] >> 4 == 7 && memcmp(id, newest, ID_SIZE) > 0) memcpy(newest, id, ID_SIZE);
    }
}

static void read_table(sqlite3 *db, Rows *rows, uint32_t index) {
    Table *table = &rows->tables[index];
    char *sql =
        table->without_rowid
            ? sqlite3_mprintf(
                "SELECT %s FROM source.\"%w\" a WHERE NOT EXISTS (SELECT 1 FROM main.\"%w\" b WHERE %s)",
                table->column_list, table->name, table->name, table->key_match
            )
            : sqlite3_mprintf(
                "SELECT %s FROM source.\"%w\" WHERE rowid > (SELECT COALESCE(MAX(rowid), 0) FROM main.\"%w\") "
                "ORDER BY rowid",
                table->column_list, table->name, table->name
            );
    sqlite3_stmt *statement = prepare(db, sql);
    uint8_t newest[ID_SIZE] = {0};
    for (uint32_t number = 0; sqlite3_step(statement) == SQLITE_ROW; number++) {
        if (rows->row_count == rows->row_capacity) {
            rows->row_capacity = rows->row_capacity ? rows->row_capacity * 2 : 4096;
            rows->rows = realloc(rows->rows, rows->row_capacity * sizeof(Row));
            if (!rows->rows) abort();
        }
        // Row numbers only grow, so a row is no older than the one before it.
        if (table->without_rowid) memset(newest, 0, ID_SIZE);
        note_newest_id(statement, table->columns, newest);
        Row *row = &rows->rows[rows->row_count++];
        *row = (Row){.table = index, .number = number, .cells = pack(statement, table->columns)};
        memcpy(row->newest_id, newest, ID_SIZE);
    }
    sqlite3_finalize(statement);
    sqlite3_free(sql);
}

static const Rows *sorted;

static int by_age(const void *a, const void *b) {
    const Row *x = a, *y = b;
    const Table *of_x = &sorted->tables[x->table], *of_y = &sorted->tables[y->table];
    if (of_x->is_virtual != of_y->is_virtual) return of_x->is_virtual - of_y->is_virtual;
    int age = memcmp(x->newest_id, y->newest_id, ID_SIZE);
    if (age) return age;
    if (of_x->depth != of_y->depth) return of_x->depth - of_y->depth;
    if (x->table != y->table) return x->table < y->table ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

static int by_place(const void *a, const void *b) {
    const Row *x = a, *y = b;
    return x->place < y->place ? -1 : x->place > y->place;
}

// Virtual tables say nothing of the age of their rows: these are spread evenly over the others.
static void order_rows(Rows *rows) {
    sorted = rows;
    qsort(rows->rows, rows->row_count, sizeof(Row), by_age);
    size_t real = 0, counts[MOST_TABLES] = {0};
    for (size_t i = 0; i < rows->row_count; i++) {
        counts[rows->rows[i].table] += 1;
        real += !rows->tables[rows->rows[i].table].is_virtual;
    }
    for (size_t i = 0; i < rows->row_count; i++) {
        Row *row = &rows->rows[i];
        row->place = i < real ? (double)i : (row->number + 1.0) * (double)real / (double)counts[row->table] - 0.5;
    }
    qsort(rows->rows, rows->row_count, sizeof(Row), by_place);
}

void read_difference(sqlite3 *db, Rows *rows) {
    list_tables(db, rows);
    order_tables(db, rows);
    for (int i = 0; i < rows->table_count; i++) read_table(db, rows, (uint32_t)i);
    order_rows(rows);
}
