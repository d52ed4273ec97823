import { expect, test } from 'vitest'
import { whoAmI } from '../../../../src-main/desk/me'
import { anna, helper, ravi, theDesk } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'

test('whoever sits at the desk is the first person signed in, else the bot, and local before anyone is', async () => {
  const open = new OpenDesk()
  const me = whoAmI(open.desk)
  expect(me()).toEqual({ kind: 'agent', id: 'local' })
  for (const [{ id, name, isBot }, meant] of [
    [helper, helper],
    [anna, anna],
    [ravi, anna],
  ] as const) {
    const account = { id, name, username: null, kind: isBot ? 'bot' : 'user' } as const
    await open.desk.ask({ kind: 'sign-in', account }, theDesk)
    expect(me()).toEqual({ kind: 'agent', id: meant.id })
  }
})
