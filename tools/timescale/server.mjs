// A PostgreSQL with TimescaleDB for tests, on loopback:  node server.mjs [PORT] [--apache]
//
// Prints READY and its port. Understands one line on standard input: "fresh" throws the database away
// and prints READY again with an empty one. Ends when standard input ends, so it never outlives a test.
// PORT 0, the default, takes a free one. --apache pretends that the extension has only its Apache part.
//
// The database is one session in this process, whoever connects: see Turns for what that means.
import net from 'node:net';
import readline from 'node:readline';
import { Database } from './database.mjs';
import { Connection } from './connection.mjs';
import { Turns } from './turns.mjs';
import { withoutCommunityFeatures } from './licence.mjs';

const words = process.argv.slice(2);
const wanted = Number(words.find(word => /^\d+$/.test(word)) ?? 0);
const change = words.includes('--apache') ? withoutCommunityFeatures : message => message;

const open = new Set();
let database = await Database.open(change);
let turns = new Turns(database);

const server = net.createServer(socket => {
  const connection = new Connection(socket, database, turns);
  open.add(connection);
  connection.ended.then(() => open.delete(connection));
});

async function fresh() {
  const left = [...open];
  left.forEach(connection => connection.cut());
  await Promise.all(left.map(connection => connection.ended));
  database = await database.fresh();
  turns = new Turns(database);
}

const ready = () => console.log(`READY ${server.address().port}`);

server.listen(wanted, '127.0.0.1', ready);
readline
  .createInterface({ input: process.stdin })
  .on('line', line => {
    if (line === 'fresh') {
      fresh().then(ready, failure => { console.error(failure); process.exit(1); });
    }
  })
  .on('close', () => process.exit(0));
