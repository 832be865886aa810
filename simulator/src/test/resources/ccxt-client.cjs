// Asks a simulated Binance for its markets, candles, trades and books with ccxt, a client that others made, and
// prints what ccxt understood.
//
// Usage: node ccxt-client.cjs FOLDER_OF_CCXT SPOT_ADDRESS FUTURES_ADDRESS SINCE_MS PAGES
const { createRequire } = require('node:module');
const path = require('node:path');

const [folder, spot, futures, since, pages] = process.argv.slice(2);
const ccxt = createRequire(path.join(folder, 'client.js'))('ccxt');
const MINUTE = 60_000;

async function read(exchange, symbol) {
    const candles = [];
    let from = Number(since);
    for (let page = 0; page < Number(pages); page++) {
        const rows = await exchange.fetchOHLCV(symbol, '1m', from, 1000);
        candles.push(...rows);
        from = rows[rows.length - 1][0] + MINUTE;
    }
    const trades = await exchange.fetchTrades(symbol, undefined, 50);
    const book = await exchange.fetchOrderBook(symbol, 20);
    return {
        candles,
        trades: trades.map((t) => [Number(t.id), t.timestamp, t.price, t.amount, t.side]),
        book: { bids: book.bids, asks: book.asks },
    };
}

async function main() {
    const exchange = new ccxt.binance({
        enableRateLimit: false,
        options: {
            fetchCurrencies: false,
            fetchMargins: false,
            fetchMarkets: { types: ['spot', 'linear'] },
            defaultType: 'spot',
        },
        urls: {
            api: {
                public: spot + '/api/v3',
                private: spot + '/api/v3',
                sapi: spot + '/sapi/v1',
                fapiPublic: futures + '/fapi/v1',
                fapiPrivate: futures + '/fapi/v1',
            },
        },
    });
    const markets = await exchange.loadMarkets();
    const funding = await exchange.fetchFundingRateHistory('1000SHIB/USDT:USDT', undefined, 20);
    const result = {
        markets: Object.values(markets).map((m) => [m.symbol, m.id, m.type, m.precision.price, m.precision.amount]),
        funding: funding.map((f) => [f.timestamp, f.fundingRate]),
        read: {},
    };
    for (const symbol of ['BTC/USDT', '1000SATS/USDT', 'BTC/USDT:USDT', '1000SHIB/USDT:USDT']) {
        result.read[symbol] = await read(exchange, symbol);
    }
    process.stdout.write(JSON.stringify(result));
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
