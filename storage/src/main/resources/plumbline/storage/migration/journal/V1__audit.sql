-- The journal: what cannot be had again from anywhere. It is on the disk before a write is answered.

-- who changed what; an entry's hash covers the hash before it, so that a change of any of them shows
CREATE TABLE IF NOT EXISTS audit_log(
    entry BIGINT PRIMARY KEY,
    made_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    action VARCHAR(60) NOT NULL,
    subject VARCHAR(400) NOT NULL,
    detail VARCHAR(4000) NOT NULL,
    hash CHAR(64) NOT NULL);
