// One connection: collects messages, does them one after the other when it is its turn, and sends the answers.
import { body, Frames, letter, message, text, textAt } from './messages.mjs';
import { copiesIn, copiesOut, copyFailed, copyIn, copyOut, mayCopyIn } from './copy.mjs';
import { named } from './names.mjs';

const CANCEL = 80877102;
const ENCRYPT = [80877103, 80877104];
// after these the client waits for an answer
const COMPLETE = 'SH';
const PATIENCE_MS = 30_000;

const NO_SETTINGS = ['user', 'database', 'options', 'replication'];

let numbers = 0;

/** What the start of a connection asks to be set. */
function settingsOf(bytes) {
  const words = bytes.toString('utf8', 8).split('\0');
  const settings = new Map();
  for (let i = 0; i + 1 < words.length && words[i]; i += 2) {
    if (!NO_SETTINGS.includes(words[i])) settings.set(words[i], words[i + 1]);
  }
  return settings;
}

export class Connection {
  #socket;
  #database;
  #turns;
  #number = ++numbers;
  #frames = new Frames();
  #begun = [];
  #copying = null;
  #settings = new Map();
  #inside = false;
  #work = Promise.resolve();

  constructor(socket, database, turns) {
    this.#socket = socket;
    this.#database = database;
    this.#turns = turns;
    socket.setNoDelay(true);
    socket.on('data', bytes => this.#frames.add(bytes, (one, first) => (first ? this.#start(one) : this.#take(one))));
    socket.on('error', () => {});
    /** Done when nothing of this connection is left. */
    this.ended = new Promise(done => socket.on('close', () => {
      this.#leave();
      this.#work.then(done);
    }));
  }

  /** Ends it from this side. */
  cut() {
    this.#socket.destroy();
  }

  #start(bytes) {
    const code = bytes.readInt32BE(4);
    if (ENCRYPT.includes(code)) {
      this.#socket.write('N');
    } else if (code === CANCEL) {
      this.#socket.end();
    } else {
      this.#frames.started();
      this.#turns.enter();
      this.#inside = true;
      this.#settings = settingsOf(bytes);
      this.#then(() => this.#database.greet(bytes));
    }
  }

  #take(bytes) {
    const kind = letter(bytes);
    if (kind === 'X') {
      // now, not when the socket is closed: who connects next must find nothing left
      this.#leave();
      this.#socket.end();
    } else if (this.#copying) {
      this.#copied(kind, bytes);
    } else if (kind === 'p') {
      this.#then(() => this.#database.admit(bytes, this.#settings));
    } else if (kind === 'Q') {
      this.#query(bytes);
    } else {
      this.#begun.push(named(bytes, this.#number));
      if (COMPLETE.includes(kind)) this.#handOver();
    }
  }

  #query(bytes) {
    const sql = textAt(bytes, 5);
    if (copiesIn(sql)) {
      this.#copying = { sql, parts: [] };
      this.#then(() => mayCopyIn(sql));
    } else if (copiesOut(sql)) {
      this.#then(() => copyOut(this.#database, sql));
    } else {
      this.#then(() => this.#database.answer([bytes]));
    }
  }

  #copied(kind, bytes) {
    const { sql, parts } = this.#copying;
    if (kind === 'd') {
      parts.push(body(bytes));
    } else if (kind === 'c' || kind === 'f') {
      this.#copying = null;
      this.#then(() => kind === 'c'
        ? copyIn(this.#database, sql, parts)
        : copyFailed(this.#database, textAt(bytes, 5)));
    }
  }

  #leave() {
    if (this.#inside) {
      this.#inside = false;
      this.#work = this.#work.then(() => this.#turns.leave(this));
    }
  }

  #handOver() {
    const messages = this.#begun;
    this.#begun = [];
    this.#then(() => this.#database.answer(messages));
  }

  /** Does the work in its turn and sends what comes of it. */
  #then(work) {
    this.#work = this.#work.then(async () => {
      try {
        await this.#turns.take(this, PATIENCE_MS);
        const answer = await work();
        if (answer?.length && this.#socket.writable) this.#socket.write(answer);
      } catch (failure) {
        // not a statement that failed: the database broke, or it is never this one's turn
        console.error(failure);
        this.#socket.end(message('E', Buffer.concat(
          ['SFATAL', 'CXX000', `M${failure.message}`].map(text).concat(Buffer.alloc(1)))));
      }
      this.#turns.release(this);
    });
  }
}
