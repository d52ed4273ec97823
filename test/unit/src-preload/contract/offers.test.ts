import { expect, test } from 'vitest'
import { commands } from '../../../../src-preload/contract/commands'
import { offer, offered } from '../../../../src-preload/contract/offers'

test('a window is offered every command of the contract and nothing else', () => {
  const all = Object.entries(commands).flatMap(([group, members]) =>
    Object.keys(members).map((name) => ({ group, name })),
  )
  expect(offered(['electron', '--type=renderer', offer(commands), '--x'])).toEqual(all)
})

test('a window without an offer is offered nothing', () => {
  expect(offered(['electron', '--type=renderer'])).toEqual([])
})
