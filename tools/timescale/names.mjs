// Names of prepared statements and portals. Each connection counts from one, and all of them share one
// session, so each name gets its connection's number in front. The empty name stays empty.
import { body, letter, message } from './messages.mjs';

export function named(bytes, number) {
  switch (letter(bytes)) {
    case 'P': return renamed(bytes, 0, 1, number);
    case 'B': return renamed(bytes, 0, 2, number);
    case 'E': return renamed(bytes, 0, 1, number);
    case 'C':
    case 'D': return renamed(bytes, 1, 1, number);
    default: return bytes;
  }
}

/** Changes `count` names that follow each other after `skip` bytes of the body. */
function renamed(bytes, skip, count, number) {
  const from = body(bytes);
  const parts = [from.subarray(0, skip)];
  let at = skip;
  for (let i = 0; i < count; i++) {
    const end = from.indexOf(0, at) + 1;
    if (end - at > 1) parts.push(Buffer.from(`c${number}_`));
    parts.push(from.subarray(at, end));
    at = end;
  }
  return message(letter(bytes), Buffer.concat([...parts, from.subarray(at)]));
}
