// Kinesalite as a stream, on a free port that is printed. It is told of nothing but its port:
//   node kinesis.mjs [port]
// GetRecords at the end of a shard that was split or merged names the shard's children, as the service
// does since 2020; Kinesalite does not, and without it readers never go on to them.
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

const server = require('kinesalite')({createStreamMs: 50, updateStreamMs: 50, shardLimit: 50});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  console.log(server.address().port);
});
