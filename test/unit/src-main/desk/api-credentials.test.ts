import { expect, test } from 'vitest'
import type { Secrets } from '../../../../src-main/core/ports'
import { ApiCredentials } from '../../../../src-main/desk/api-credentials'
import { strict } from './strict'

const hash = '0123456789abcdef0123456789ABCDEF'
const environment = { TOPICDESK_API_ID: '17', TOPICDESK_API_HASH: hash }

function kept(first: string | null = null) {
  const drawer = { held: first }
  const secrets = strict<Secrets>('secrets', {
    read: async (name) => (name === 'telegram-api' ? drawer.held : null),
    write: async (name, value) => {
      if (name !== 'telegram-api') throw new Error(`${name} is none of its business`)
      drawer.held = value
    },
  })
  return { drawer, secrets }
}

test('there are none until someone gives them', async () => {
  expect(await new ApiCredentials(kept().secrets, {}).read()).toBeNull()
})

test('what is written is read again, by a new start too', async () => {
  const { secrets } = kept()
  await new ApiCredentials(secrets, {}).write(42, hash)
  expect(await new ApiCredentials(secrets, {}).read()).toEqual({ id: 42, hash, from: 'settings' })
})

test('the environment goes before the settings, and then they cannot be written', async () => {
  const { drawer, secrets } = kept(`42:${hash}`)
  const api = new ApiCredentials(secrets, environment)
  expect(await api.read()).toEqual({ id: 17, hash, from: 'environment' })
  await expect(api.write(43, hash)).rejects.toMatchObject({ code: 'not-allowed', more: { field: 'apiId' } })
  expect(drawer.held).toBe(`42:${hash}`)
})

test.each([
  {},
  { TOPICDESK_API_ID: '17' },
  { TOPICDESK_API_HASH: hash },
  { TOPICDESK_API_ID: '0', TOPICDESK_API_HASH: hash },
  { TOPICDESK_API_ID: '-3', TOPICDESK_API_HASH: hash },
  { TOPICDESK_API_ID: 'seventeen', TOPICDESK_API_HASH: hash },
  { TOPICDESK_API_ID: '1.5', TOPICDESK_API_HASH: hash },
  { TOPICDESK_API_ID: '17', TOPICDESK_API_HASH: '' },
])('an environment of %j is none, so the settings count', async (half) => {
  expect(await new ApiCredentials(kept(`42:${hash}`).secrets, half).read()).toMatchObject({ id: 42 })
})

test.each(['', 'nonsense', '42', `42:${hash}0`, `x:${hash}`])('kept as %j, there are none', async (held) => {
  expect(await new ApiCredentials(kept(held).secrets, {}).read()).toBeNull()
})
