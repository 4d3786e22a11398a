// Calls the server as programs do that were written for the original: with AWS's own packages for
// JavaScript. Reads {address, keyId, secret, functionName, recordingPath, keyPairId, privateKey} from
// standard input, because arguments can be seen by others; prints nothing unless something is wrong.
import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { getSignedUrl } from '@aws-sdk/cloudfront-signer'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'

const given = JSON.parse(await text(process.stdin))

const lambda = new LambdaClient({
  endpoint: given.address,
  region: 'eu-west-2',
  credentials: { accessKeyId: given.keyId, secretAccessKey: given.secret },
})

function invoke(event) {
  return lambda.send(
    new InvokeCommand({ FunctionName: given.functionName, Payload: JSON.stringify(event) }),
  )
}

async function status(url) {
  return (await fetch(url, { headers: { Range: 'bytes=0-9' } })).status
}

const answer = await invoke({ recordingPath: given.recordingPath })
const link = JSON.parse(answer.Payload.transformToString())
assert.equal(await status(link), 206)

const nothing = await invoke({})
assert.equal(nothing.Payload.transformToString(), 'null')

await assert.rejects(invoke({ recordingPath: 'not/there.wav' }), { name: 'AccessDeniedException' })

const url = link.split('?')[0]
const signing = { url, keyPairId: given.keyPairId, privateKey: given.privateKey }
const dateLessThan = new Date(Date.now() + 60_000)
assert.equal(await status(getSignedUrl({ ...signing, dateLessThan })), 206)
assert.equal(
  await status(
    getSignedUrl({
      ...signing,
      dateLessThan,
      dateGreaterThan: new Date(Date.now() - 60_000),
      ipAddress: '127.0.0.0/8',
    }),
  ),
  206,
)
assert.equal(await status(getSignedUrl({ ...signing, dateLessThan: new Date(Date.now() - 5_000) })), 403)
