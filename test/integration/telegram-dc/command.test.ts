import { spawn } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

interface FirstLine {
  readonly host: string
  readonly port: number
  readonly dcId: number
  readonly publicKeyPem: string
  readonly accounts: readonly {
    name: string
    phone?: string
    botToken?: string
    code?: string
    password?: string
  }[]
  readonly chats: readonly { id: number; title: string; topics: readonly { id: number; title: string }[] }[]
}

test('the data centre alone tells in one line where it is and who may sign in, and ends when asked to', async () => {
  const dc = spawn(process.execPath, ['--import', 'tsx', 'test/telegram/main.ts', '--cast'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: dc.stdout })[Symbol.asyncIterator]()
  const { value } = await lines.next()
  const told = JSON.parse(String(value)) as FirstLine
  expect(createPublicKey(told.publicKeyPem).asymmetricKeyDetails?.modulusLength).toBe(2048)
  const socket = connect(told.port, told.host)
  await once(socket, 'connect')
  socket.destroy()
  const phones = told.accounts.filter(({ phone }) => phone !== undefined)
  expect(phones.every(({ code }) => /^\d{5}$/.test(code ?? ''))).toBe(true)
  expect(phones.at(-1)?.name).toBe('Mira')
  expect(told.accounts.some(({ botToken }) => botToken !== undefined)).toBe(true)
  expect(told.accounts.some(({ password }) => password !== undefined)).toBe(true)
  expect(told.chats[0]).toMatchObject({ title: 'Fernline Help' })
  expect(told.chats[0]?.topics.map(({ title }) => title)).toContain('General')
  dc.kill('SIGTERM')
  const [code] = await once(dc, 'exit')
  expect(code).toBe(0)
})
