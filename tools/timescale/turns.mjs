// Whose turn it is. There is one session for all connections, so a connection keeps the database from its
// first message until its transaction is over; the others wait. What belongs to a session belongs to all of
// them: settings, temporary tables, and locks, which therefore never keep one connection from another.
export class Turns {
  #database;
  #owner = null;
  #waiting = [];
  #connections = 0;

  constructor(database) {
    this.#database = database;
  }

  enter() {
    this.#connections++;
  }

  /** Waits for the connection's turn. Fails if another keeps its transaction open for as long as that. */
  async take(connection, patienceMs) {
    if (this.#owner === null) {
      this.#owner = connection;
    } else if (this.#owner !== connection) {
      await new Promise((go, fail) => {
        const waiter = { connection, go };
        this.#waiting.push(waiter);
        if (patienceMs) setTimeout(() => this.#giveUp(waiter, fail, patienceMs), patienceMs).unref();
      });
    }
  }

  #giveUp(waiter, fail, patienceMs) {
    const at = this.#waiting.indexOf(waiter);
    if (at >= 0) {
      this.#waiting.splice(at, 1);
      fail(new Error(`another connection has kept its transaction open for ${patienceMs / 1000} s, and all share one session`));
    }
  }

  /** Ends the turn if no transaction is open. */
  release(connection) {
    if (this.#owner === connection && this.#database.state === 'I') {
      const next = this.#waiting.shift();
      this.#owner = next ? next.connection : null;
      next?.go();
    }
  }

  /** The connection is gone: what it left open is rolled back; the last one leaves a new session behind. */
  async leave(connection) {
    await this.take(connection);
    if (this.#database.state !== 'I') {
      this.#database.query('ROLLBACK');
    }
    if (--this.#connections === 0) {
      this.#database.newSession();
    }
    this.release(connection);
  }
}
