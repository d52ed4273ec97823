import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectClient } from '../../telegram/client'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { signInWithCode } from '../../telegram/sign-in'

let dc: DataCentre

beforeEach(async () => {
  dc = await startDataCentre({ seed: 1 })
})
afterEach(() => dc.close())

test('an agent signs in by phone and code and sees the groups', async () => {
  const client = await connectClient(dc)
  await signInWithCode(dc, client, '15550001001')
  const me = await client.getMe()
  expect(me.firstName).toBe('Anna')
  const dialogs = await client.getDialogs({})
  expect(dialogs.map(({ title }) => title)).toContain('Fernline Help')
  const help = dialogs.find(({ title }) => title === 'Fernline Help')
  const topics = await client.invoke(
    new Api.messages.GetForumTopics({
      peer: help?.inputEntity ?? '',
      offsetDate: 0,
      offsetId: 0,
      offsetTopic: 0,
      limit: 20,
    }),
  )
  expect(topics.topics.map((topic) => ('title' in topic ? topic.title : ''))).toContain(
    'Deposit not returned',
  )
  await client.destroy()
})
