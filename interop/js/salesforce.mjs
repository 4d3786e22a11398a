// Logs in to an org as any program does that uses jsforce, and reads what the server wrote there. Reads
// {address, clientId, clientSecret, object, contactId, recordingPath} from standard input; prints nothing
// unless something is wrong.
import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import jsforce from 'jsforce'

const given = JSON.parse(await text(process.stdin))

const org = new jsforce.Connection({
  instanceUrl: given.address,
  oauth2: { loginUrl: given.address, clientId: given.clientId, clientSecret: given.clientSecret },
  version: '62.0',
})
await org.authorize({ grant_type: 'client_credentials' })

const described = await org.sobject(given.object).describe()
assert.ok(described.fields.some((field) => field.name === 'ContactId__c'))

const found = await org.query(
  `SELECT Id, Name, RecordingPath__c, DominantLanguage__c FROM ${given.object} WHERE ContactId__c = '${given.contactId}'`,
)
assert.equal(found.totalSize, 1)
assert.match(found.records[0].Name, /^CCA \d{6}$/)
assert.equal(found.records[0].RecordingPath__c, given.recordingPath)
assert.equal(found.records[0].DominantLanguage__c, 'en')

const links = await org.query(
  `SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${found.records[0].Id}'`,
)
assert.equal(links.totalSize, 4)
const versions = await org.query(
  `SELECT Id, Title, VersionData FROM ContentVersion WHERE ContentDocumentId = '${links.records[0].ContentDocumentId}'`,
)
const content = Buffer.from(versions.records[0].VersionData, 'base64').toString('utf8')
assert.ok(Array.isArray(JSON.parse(content)), versions.records[0].Title)

const limits = await org.request('/services/data/v62.0/limits')
assert.ok(limits.DailyApiRequests.Remaining > 0)
