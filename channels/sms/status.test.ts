import { expect, it } from 'vitest'
import { openTown, type Town } from './testing/town.ts'

const report = { id: 99, msisdn: 4520000123, time: 1_780_000_000, userref: 'c1/r1' }
const sent = { status: 'sent', providerRef: '99' }

it.each([
  ['BUFFERED', [sent]],
  ['ENROUTE', [sent]],
  ['DELIVERED', [sent, { status: 'delivered' }]],
  ['ACCEPTED', [sent, { status: 'delivered' }]],
  ['EXPIRED', [sent, { status: 'failed', code: 'expired' }]],
  ['REJECTED', [sent, { status: 'failed', code: 'rejected' }]],
  ['UNKNOWN', []],
  ['SOMETHING-NEW', []],
])('the provider says %s', async (status, deliveries) => {
  await using town = await openTown()
  expect(await post(town, { ...report, status })).toBe(true)
  expect(reported(town)).toEqual(deliveries)
})

it('a failure keeps its code, and nothing else that the provider writes', async () => {
  await using town = await openTown()
  await post(town, {
    ...report,
    status: 'UNDELIVERABLE',
    code: '0x1013',
    error: 'Absent: 20000123',
  })
  await post(town, { ...report, userref: 'c1/r2', status: 'REJECTED', code: '"hej" to 20000123' })
  expect(reported(town)).toEqual([
    sent,
    { status: 'failed', code: '0x1013' },
    sent,
    { status: 'failed', code: 'rejected' },
  ])
})

it('what was delivered stays delivered, however late and often anything else comes', async () => {
  await using town = await openTown()
  for (const status of ['DELIVERED', 'BUFFERED', 'ENROUTE', 'DELIVERED', 'ENROUTE'])
    expect(await post(town, { ...report, status })).toBe(true)
  expect(reported(town)).toEqual([sent, { status: 'delivered' }])
})

it.each([null, '', 'r1', 'a/b/c', undefined])('a report about %j is not ours', async (userref) => {
  await using town = await openTown()
  expect(await post(town, { ...report, userref, status: 'DELIVERED' })).toBe(true)
  expect(town.dialogue.deliveries).toEqual([])
})

function post(town: Town, payload: object): Promise<boolean> {
  return town.provider.postWebhook('/sms/status', payload)
}

function reported(town: Town) {
  return town.dialogue.deliveries.map(({ delivery }) => delivery)
}
