import { expect, test } from 'vitest'
import { whoAmI } from '../../../../src-main/desk/me'
import { anna, ravi, theDesk } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'

test('whoever sits at the desk is known at the moment of asking, and local before anyone signed in', async () => {
  const open = new OpenDesk()
  const me = whoAmI(open.desk)
  expect(me()).toEqual({ kind: 'agent', id: 'local' })
  for (const { id, name } of [anna, ravi]) {
    await open.desk.ask({ kind: 'sign-in', account: { id, name, username: null, kind: 'user' } }, theDesk)
    expect(me()).toEqual({ kind: 'agent', id })
  }
})
