// Pretends that TimescaleDB has only its Apache part, as at some hosts: statements that need the rest fail
// with the extension's own words.
import { letter, message, text, textAt } from './messages.mjs';

const FUNCTION =
  /\b(add_compression_policy|add_columnstore_policy|add_retention_policy|add_continuous_aggregate_policy|compress_chunk|refresh_continuous_aggregate|add_job)\s*\(/i;
const STATEMENT = /\btimescaledb\.(compress|continuous|enable_columnstore)\b/i;
const LICENCE = /^\s*(show\s+timescaledb\.license|select\s+current_setting\('timescaledb\.license'[^)]*\))\s*$/i;

function instead(sql) {
  const called = FUNCTION.exec(sql);
  if (called) {
    return refusal(
      `function "${called[1].toLowerCase()}" is not supported under the current "apache" license`,
      "Upgrade your license to ''timescale'' to use this free community feature.");
  }
  if (STATEMENT.test(sql)) {
    return refusal(
      'functionality not supported under the current "apache" license. Learn more at https://tsdb.co/pdbir1r3',
      'To access all features and the best time-series experience, try out Timescale Cloud.');
  }
  return LICENCE.test(sql) ? `SELECT 'apache' AS "timescaledb.license"` : sql;
}

function refusal(words, hint) {
  return `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '0A000', MESSAGE = '${words}', HINT = '${hint}'; END $$`;
}

/** The message, or one that fails in its place. */
export function withoutCommunityFeatures(bytes) {
  switch (letter(bytes)) {
    case 'Q': return message('Q', text(instead(textAt(bytes, 5))));
    case 'P': {
      const from = bytes.indexOf(0, 5) + 1;
      const end = bytes.indexOf(0, from) + 1;
      const sql = textAt(bytes, from);
      const other = instead(sql);
      return other === sql ? bytes : message('P', Buffer.concat([bytes.subarray(5, from), text(other), bytes.subarray(end)]));
    }
    default: return bytes;
  }
}
