// Rows in memory, packed one behind the other, and what is known about their tables.

#ifndef ROWS_H
#define ROWS_H

#include <sqlite3.h>
#include <stdint.h>

enum { MOST_TABLES = 100, MOST_COLUMNS = 64, ID_SIZE = 16 };

typedef struct {
    char name[64];
    int is_virtual;
    int without_rowid;
    int depth;  // 1 + the greatest depth of the tables that its foreign keys refer to
    int columns;
    char column_list[2048];  // quoted, with commas; a virtual table's begins with its rowid
    char key_match[512];     // "a"."k" = b."k" … over the primary key, for tables without rowid
    sqlite3_stmt *insert;
} Table;

typedef struct {
    uint8_t newest_id[ID_SIZE];  // the greatest UUIDv7 in the row: when it was written
    uint32_t table;
    uint32_t number;  // within its table
    double place;     // in the order of writing
    uint8_t *cells;
} Row;

typedef struct {
    Table tables[MOST_TABLES];
    int table_count;
    Row *rows;
    size_t row_count, row_capacity;
} Rows;

// Reads what `source` (an attached database) has more than `main`, in the order in which it was written.
void read_difference(sqlite3 *db, Rows *rows);

void bind_row(sqlite3_stmt *statement, const uint8_t *cells, int columns);

// Ends the program with SQLite's message unless `code` is good.
void check(int code, sqlite3 *db, const char *what);

#endif
