// COPY. The database cannot copy from or to a connection; it can from and to a file, so the rows go through
// one, and the messages around them are written here.
import { eachMessage, letter, message, text } from './messages.mjs';

const FROM = /^(\s*copy\b[\s\S]*?\bfrom\s+)stdin\b/i;
const TO = /^(\s*copy\b[\s\S]*\bto\s+)stdout\b/i;
const FILE = "$1'/dev/blob'";

export const copiesIn = sql => FROM.test(sql);
export const copiesOut = sql => TO.test(sql);

const isBinary = sql => /\bbinary\b/i.test(sql.slice(sql.search(/\b(stdin|stdout)\b/i)));

/** Tells the client what it may send or will get: the format, and no word on columns. */
const beginning = (kind, sql) => message(kind, Buffer.from([isBinary(sql) ? 1 : 0, 0, 0]));

export const mayCopyIn = sql => beginning('G', sql);

export function copyIn(database, sql, parts) {
  return database.queryReading(sql.replace(FROM, FILE), parts);
}

/** The client gave up. The database says so itself, so that its transaction has failed too. */
export function copyFailed(database, reason) {
  const words = `COPY from stdin failed: ${reason}`.replaceAll("'", "''");
  return database.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '57014', MESSAGE = '${words}'; END $$`);
}

export async function copyOut(database, sql) {
  const [answer, written] = await database.queryWriting(sql.replace(TO, FILE));
  const parts = [];
  eachMessage(answer, one => {
    if (letter(one) === 'C') {
      const rows = isBinary(sql) ? binaryRows(written) : textRows(written);
      parts.push(beginning('H', sql));
      // one by one: rows can be more than a call takes arguments
      rows.forEach(row => parts.push(message('d', row)));
      parts.push(message('c'));
    }
    parts.push(one);
  });
  return Buffer.concat(parts);
}

/** One piece for each row as a real server sends them; the head is with the first, the end is a piece too. */
function binaryRows(bytes) {
  const rows = [];
  let from = 0;
  let at = 19 + bytes.readInt32BE(15);
  while (at < bytes.length) {
    const fields = bytes.readInt16BE(at);
    at += 2;
    for (let i = 0; i < fields; i++) {
      at += 4 + Math.max(0, bytes.readInt32BE(at));
    }
    rows.push(bytes.subarray(from, at));
    from = at;
  }
  return rows;
}

function textRows(bytes) {
  const rows = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from) + 1;
    rows.push(bytes.subarray(from, end));
    from = end;
  }
  return rows;
}
