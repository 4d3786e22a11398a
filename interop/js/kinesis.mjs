// Kinesalite as a stream, on a free port that is printed. It is told of nothing but its port:
//   node kinesis.mjs [port]
// GetRecords at the end of a shard that was split or merged names the shard's children, as the service
// does since 2020; Kinesalite does not, and without it readers never go on to them. GetShardIterator from
// a time after which nothing came gives the end of the shard; Kinesalite never answers.
import {createDecipheriv} from 'node:crypto';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const place = require.resolve('kinesalite/actions/getRecords.js');
const getRecords = require(place);
const db = require('kinesalite/db');

function read(iterator) {
  const decipher = createDecipheriv('aes-256-cbc', db.ITERATOR_PWD_KEY, db.ITERATOR_PWD_IV);
  const sealed = Buffer.from(iterator, 'base64').subarray(8);
  const [, stream, shard] = Buffer.concat([decipher.update(sealed), decipher.final()]).toString().split('/');
  return {stream, shard};
}

function childrenOf(stream, shard) {
  return stream.Shards.filter((s) => s.ParentShardId === shard || s.AdjacentParentShardId === shard).map((s) => ({
    ShardId: s.ShardId,
    ParentShards: [s.ParentShardId, s.AdjacentParentShardId].filter(Boolean),
    HashKeyRange: s.HashKeyRange,
  }));
}

require.cache[place].exports = (store, data, done) =>
  getRecords(store, data, (error, result) => {
    if (error || result.NextShardIterator) {
      return done(error, result);
    }
    const {stream, shard} = read(data.ShardIterator);
    return store.getStream(stream, (missing, found) =>
      done(missing, missing ? undefined : {...result, ChildShards: childrenOf(found, shard)}),
    );
  });

const iteratorPlace = require.resolve('kinesalite/actions/getShardIterator.js');
const getShardIterator = require(iteratorPlace);

require.cache[iteratorPlace].exports = (store, data, done) => {
  if (data.ShardIteratorType !== 'AT_TIMESTAMP') {
    return getShardIterator(store, data, done);
  }
  const index = Number(data.ShardId.split('-')[1]);
  const range = {gt: db.shardIxToHex(index), lt: db.shardIxToHex(index + 1)};
  return db
    .lazy(store.getStreamDb(data.StreamName).createReadStream(range), done)
    .filter((item) => item.value.ApproximateArrivalTimestamp >= data.Timestamp)
    .join((found) => {
      const {Timestamp: time, ...rest} = data;
      const asked = found.length ? data : {...rest, ShardIteratorType: 'LATEST'};
      return getShardIterator(store, asked, done);
    });
};

const server = require('kinesalite')({createStreamMs: 50, updateStreamMs: 50, shardLimit: 50});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  console.log(server.address().port);
});
