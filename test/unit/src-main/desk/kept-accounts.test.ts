import { expect, test } from 'vitest'
import { keptAccounts } from '../../../../src-main/desk/kept-accounts'
import { memorySecrets } from '../../../conformance/secrets/memory-secrets'

test('the sessions that are kept say whose they are', async () => {
  const secrets = memorySecrets()
  await secrets.write('telegram-session-10', 'a')
  await secrets.write('telegram-api', '42:00')
  await secrets.write('telegram-session-12', 'b')
  expect(await keptAccounts(secrets)).toEqual(['10', '12'])
})

test('a session of a desk with one account goes on under its own name', async () => {
  const secrets = memorySecrets()
  const old = JSON.stringify({ account: { id: '10' }, key: 'k' })
  await secrets.write('telegram-session', old)
  expect(await keptAccounts(secrets)).toEqual(['10'])
  expect(await secrets.read('telegram-session-10')).toBe(old)
  expect(await secrets.names()).toEqual(['telegram-session-10'])
})

test.each(['no json', '{}', '{"account":{"id":7}}', 'null'])(
  'an old session that reads %j is nobody’s, and stays',
  async (text) => {
    const secrets = memorySecrets()
    await secrets.write('telegram-session', text)
    expect(await keptAccounts(secrets)).toEqual([])
    expect(await secrets.read('telegram-session')).toBe(text)
  },
)
