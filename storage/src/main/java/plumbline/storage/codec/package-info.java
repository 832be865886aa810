/// Columns of market data as bytes and back, every bit the same.
///
/// Prices are decimals: as integers in ticks, the step from one to the next is small, and small
/// integers packed bit by bit take a sixth of the space of doubles and are unpacked at a speed that
/// is near that of a copy. What is no decimal is kept as it is, deflated.
///
/// Start with [CandleCodec]; [TradeCodec], [BookCodec] and [FeatureCodec] are made of the same
/// parts. [Checksum] is for the bytes. Callers: the stores of this module.
///
/// The bytes below are a file format: what was written once must stay readable, so a change needs a
/// new number ([CandleCodec#NUMBER]) beside the old one.
///
/// # Conventions
///
/// - Words are little-endian. `u8`, `u16`, `u32` are unsigned, `i64` signed, `f64` the bits of a
///   double.
/// - Zigzag turns a signed number into an unsigned one: `(v << 1) ^ (v >> 63)`, so that 0, -1, 1,
///   -2 become 0, 1, 2, 3.
/// - Rows are counted from 0. Sums and differences of 64 bits wrap.
/// - Every chunk ends with 8 zero bytes, because packed bits are read in words of 8 bytes.
/// - DEFLATE is a raw stream (RFC 1951, no zlib header).
///
/// # Section
///
/// `u8` mode, `u32` length of the body, the body.
///
/// # Candles, format 1
///
/// `u16` number of candles `n`, then three sections: times, prices, volume ([CandleCodec]).
///
/// **Times** ([TimeColumn]), by mode:
///
/// - 0 REGULAR: `i64` first time, `i64` step, `u16` number of gaps, then of each gap `u16` the row
///   behind it and `i64` the extra time. Row `r` is first + r * step + the extras of all gaps at
///   rows up to `r`. Gaps are in the order of their rows, which are at least 1.
/// - 1 PACKED: an integer column of the times.
///
/// **Prices**, by mode:
///
/// - 0 TOGETHER ([PricePages]): `u8` exponent `e` of the scale of all four, then paged columns, of
///   each page:
///   - `u8` kind: 1 if the page is wide, plus 8 * (p - 1)
///   - `p` bytes, signed: the open of the first row, as an integer
///   - four block columns, of open - close of the row before (0 for the first), zigzag; close -
///     open, zigzag; high - max(open, close); min(open, close) - low
/// - 1 APART: four sections, open, high, low, close, each a value column. For prices of which some
///   are no decimals or not within low and high.
///
/// **Volume**: a value column.
///
/// # Value column
///
/// Doubles as a section, by mode ([ValueColumn]):
///
/// - 0 CONST: `f64`, which all rows have.
/// - 1 DECIMAL: `u8` exponent `e`, an integer column.
/// - 2 RAW64_DEFLATE: a DEFLATE stream of 8 `n` bytes: the lowest byte of every row, then the
///   second of every row, and so on ([RawColumn]).
///
/// A decimal is integer / 10^e, rounded once; `e` is 0 to 15 and the integer is between -2^53 and
/// 2^53, both exclusive ([DecimalScale]).
///
/// # Paged column
///
/// Pages of 256 rows, the last one shorter. First a table, `u16` a page, the length of each, then
/// the pages ([Pages]).
///
/// # Integer column
///
/// A paged column of integers of 64 bits, of each page ([IntegerPages]):
///
/// - `u8` kind: the sum of 1 wide, 2 steps, 4 zigzag, 8 * (b - 1), 64 * log2(s)
/// - `b` bytes, signed: the least value, or with steps the first value
/// - `s` = 1, 2, 4 or 8 bytes, signed, only with steps and without zigzag: the least step
/// - a block column of numbers `u`
///
/// Without steps a value is least + u. With steps the first value is that of the head, and its `u`
/// is 0; each other is the one before + least step + u, or the one before + the signed number whose
/// zigzag is u.
///
/// A page is wide unless all its values differ from the one of its head by less than 2^30 (without
/// steps: 2^31); then it can be summed up in 32 bits. In pages of prices, "values" are the four
/// prices.
///
/// # Block column
///
/// Up to 256 unsigned numbers in one or two blocks of 128, the last one shorter ([PatchedBlocks]):
///
/// - of each block, `u8` its width `w`, 0 to 56, or 64
/// - `u8` the number of exceptions `k`
/// - `u8`, only with exceptions: the width `x` of their high parts, 1 to 48
/// - of each block, its numbers packed at its width `w`: their low `w` bits
/// - the exceptions packed at width 8 + x: of each its row in the low 8 bits, and above them the
///   bits of the number from bit `w` on, where `w` is the width of the row's block
///
/// Packed at a width `w` ([BitPacking]): number `i` takes the bits `i * w` to `i * w + w - 1`,
/// where bit `b` is bit `b % 8` of byte `b / 8` and bit 0 of a byte or number is the lowest. `n`
/// numbers take `(n * w + 7) / 8` bytes; the bits left over are 0.
///
/// # Trades, format 1
///
/// `u32` number of trades, then five sections ([TradeCodec]): times, mode 0 with an integer column;
/// prices and sizes, value columns; sides, mode 0 with an integer column of 0 seller, 1 buyer, 2
/// unknown; ids, mode 0 with an integer column.
///
/// # Books, format 1
///
/// `u32` number of snapshots, `u16` levels a side, then three sections ([BookCodec]): times, mode 0
/// with an integer column; bids; asks. A side is, by mode:
///
/// - 0 LEVELS ([BookSide]): `u8` exponent of the prices, `u8` exponent of the sizes, and a DEFLATE
///   stream of varints: unsigned, seven bits a byte, the low ones first, 128 added to all bytes but
///   the last. In order:
///   - of each snapshot, the number of its levels; those missing come last and are the NaN of Java
///     (bits 0x7ff8000000000000)
///   - of each snapshot with levels, zigzag of its best price less that of the one before, 0 at
///     first
///   - of each further level, zigzag of how much worse its price is than that of the level before:
///     lower for bids, higher for asks
///   - of each level, zigzag of its size less the one that the snapshot before had at that price,
///     or 0. That is looked for from the best level of the snapshot before on: better prices are
///     skipped, and the next level goes on from where the search ended.
/// - 1 RAW: two sections of mode 2, prices and sizes, as RAW64_DEFLATE above.
///
/// # Features, format 1
///
/// `u32` number of values `n`, and a DEFLATE stream of 4 `n` bytes up to the 8 zero bytes: the
/// lowest byte of every float, then the second, and so on ([FeatureCodec]).
package plumbline.storage.codec;
