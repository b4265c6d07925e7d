// Bare SQLite doing what Baton has done: the rows that SOURCE has more than TARGET are inserted into TARGET through prepared
// statements, in the order in which Baton wrote them, in the given number of transactions. Only that is timed.
//
//     yardstick SOURCE TARGET COMMITS
//
// TARGET is a copy of the workspace from before. It keeps its schema and indexes; search indexes are filled through their
// virtual tables.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rows.h"

// As Sources/LeadStore/SQL/SQLiteDatabase.swift opens a workspace.
static const char *pragmas =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; "
    "PRAGMA wal_autocheckpoint = 4000;";

void check(int code, sqlite3 *db, const char *what) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "yardstick: %s: %s\n", sqlite3_errmsg(db), what);
    exit(1);
}

static void run(sqlite3 *db, const char *sql) {
    check(sqlite3_exec(db, sql, NULL, NULL, NULL), db, sql);
}

void bind_row(sqlite3_stmt *statement, const uint8_t *cells, int columns) {
    for (int i = 1; i <= columns; i++) {
        int type = *cells++;
        sqlite3_int64 integer;
        double real;
        int length;
        switch (type) {
        case SQLITE_INTEGER:
            memcpy(&integer, cells, 8), cells += 8;
            sqlite3_bind_int64(statement, i, integer);
            break;
        case SQLITE_FLOAT:
            memcpy(&real, cells, 8), cells += 8;
            sqlite3_bind_double(statement, i, real);
            break;
        case SQLITE_NULL:
            sqlite3_bind_null(statement, i);
            break;
        default:
            memcpy(&length, cells, 4), cells += 4;
            if (type == SQLITE_TEXT) sqlite3_bind_text(statement, i, (const char *)cells, length, SQLITE_STATIC);
            else sqlite3_bind_blob(statement, i, cells, length, SQLITE_STATIC);
            cells += length;
        }
    }
}

static void prepare_inserts(sqlite3 *db, Rows *rows) {
    for (int i = 0; i < rows->table_count; i++) {
        Table *table = &rows->tables[i];
        char places[3 * MOST_COLUMNS] = "?";
        for (int column = 1; column < table->columns; column++) strcat(places, ", ?");
        char *sql = sqlite3_mprintf("INSERT INTO \"%w\" (%s) VALUES (%s)", table->name, table->column_list, places);
        check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &table->insert, NULL), db, sql);
        sqlite3_free(sql);
    }
}

static void insert_all(sqlite3 *db, Rows *rows, size_t commits) {
    size_t next = 0;
    for (size_t commit = 1; commit <= commits; commit++) {
        run(db, "BEGIN IMMEDIATE");
        for (size_t end = rows->row_count * commit / commits; next < end; next++) {
            const Row *row = &rows->rows[next];
            const Table *table = &rows->tables[row->table];
            bind_row(table->insert, row->cells, table->columns);
            check(sqlite3_step(table->insert), db, table->name);
            sqlite3_reset(table->insert);
        }
        run(db, "COMMIT");
    }
}

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    if (count != 4) return fprintf(stderr, "usage: yardstick SOURCE TARGET COMMITS\n"), 64;
    static Rows rows;
    sqlite3 *db;

    check(sqlite3_open(arguments[2], &db), db, arguments[2]);
    char *attach = sqlite3_mprintf("ATTACH %Q AS source", arguments[1]);
    run(db, attach);
    read_difference(db, &rows);
    sqlite3_close(db);

    check(sqlite3_open(arguments[2], &db), db, arguments[2]);
    run(db, pragmas);
    prepare_inserts(db, &rows);
    size_t commits = (size_t)atoll(arguments[3]);
    double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    insert_all(db, &rows, commits ? commits : 1);
    wall = seconds(CLOCK_MONOTONIC) - wall, cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    printf("{\"rows\": %zu, \"commits\": %zu, \"seconds\": %.6f, \"cpu\": %.6f}\n", rows.row_count, commits, wall, cpu);
    return 0;
}
