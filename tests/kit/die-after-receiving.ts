import { settableClock } from './settable-clock.ts'
import { openTestHouse } from './start-talk.ts'

/** Receives one message and is killed in the moment in which it is durable: `node die-after-receiving.ts <folder> <instant>`. */
const [, , folder = '', instant = ''] = process.argv
let isArmed = false
const house = await openTestHouse(settableClock(instant), folder, () => {
  if (isArmed) process.kill(process.pid, 'SIGKILL')
})
const { dialogue } = house.engine
const address = 'sms:somebody'
const id = await dialogue.start({ channel: 'sms', address, language: 'da', number: '+4520000123' })
isArmed = true
await dialogue.receive(id, {
  channel: 'sms',
  address,
  messageId: 'm1',
  text: 'Hvad koster et nyt pas?',
  said: { via: 'typed' },
})
