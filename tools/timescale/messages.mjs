// Messages of PostgreSQL's protocol, version 3: a letter, a length that counts itself, a body.

/** The message with this letter and body. */
export function message(letter, body = Buffer.alloc(0)) {
  const head = Buffer.alloc(5);
  head.write(letter, 0, 'latin1');
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

/** A text as the protocol writes it. */
export const text = value => Buffer.from(value + '\0');

export const letter = bytes => String.fromCharCode(bytes[0]);
export const body = bytes => bytes.subarray(5);

/** The text at `from`, without its end. */
export function textAt(bytes, from) {
  return bytes.toString('utf8', from, bytes.indexOf(0, from));
}

/** Calls `use` with each message of the bytes, in order. */
export function eachMessage(bytes, use) {
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    use(bytes.subarray(at, end));
    at = end;
  }
}

/** Collects what arrives in pieces of any size and hands over whole messages. */
export class Frames {
  #rest = Buffer.alloc(0);
  #started = false;

  /** @param use called with (message, whether it is the start of a connection, which has no letter) */
  add(bytes, use) {
    this.#rest = this.#rest.length ? Buffer.concat([this.#rest, bytes]) : bytes;
    for (;;) {
      const head = this.#started ? 1 : 0;
      if (this.#rest.length < head + 4) return;
      const end = head + this.#rest.readInt32BE(head);
      if (this.#rest.length < end) return;
      const whole = this.#rest.subarray(0, end);
      this.#rest = this.#rest.subarray(end);
      use(whole, !this.#started);
    }
  }

  /** From now on messages have letters. */
  started() {
    this.#started = true;
  }
}
