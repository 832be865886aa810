-- The number of the last write, in one row. The file beside the database names the last one that was promised to be on the disk.

CREATE TABLE IF NOT EXISTS last_write(number BIGINT NOT NULL);

INSERT INTO last_write(number) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM last_write);
