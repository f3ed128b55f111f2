import { expect, test } from 'vitest'
import { after, type Open, usual } from './kit.ts'

export function registersContract(open: Open) {
  const entry = (why: string) => ({ by: 'mette', at: after(0), why })

  test('a register holds what was set last', async () => {
    await using storage = await open(usual)
    await storage.registers.set('switches', 'pas-voksne', '{"off":true}', entry('wrong price'))
    await storage.registers.set('switches', 'bot', '{"off":false}', entry('morning'))
    await storage.registers.set('accounts', 'mette', '{}', entry('new colleague'))
    await storage.registers.set('switches', 'bot', '{"off":true}', entry('odd answers'))
    expect(await storage.registers.get('switches', 'bot')).toBe('{"off":true}')
    expect(await storage.registers.get('switches', 'mette')).toBeUndefined()
    expect(await storage.registers.list('switches')).toEqual([
      { key: 'bot', json: '{"off":true}' },
      { key: 'pas-voksne', json: '{"off":true}' },
    ])
  })

  test('the audit trail keeps who did what, when and why, removals too', async () => {
    await using storage = await open(usual)
    await storage.registers.set('switches', 'bot', '{"off":true}', entry('odd answers'))
    await storage.registers.set('switches', 'bot', null, entry('fixed'))
    expect(await storage.registers.get('switches', 'bot')).toBeUndefined()
    expect(await storage.registers.audit('switches')).toEqual([
      { key: 'bot', json: '{"off":true}', ...entry('odd answers') },
      { key: 'bot', json: null, ...entry('fixed') },
    ])
    expect(await storage.registers.audit('accounts')).toEqual([])
  })
}
