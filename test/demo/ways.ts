import { expect } from '@playwright/test'
import type { DeskPage } from '../e2e/desk-page'
import type { DataCentre } from '../telegram/server'
import { BOT } from '../telegram/workspace'
import type { Way } from './summary'
import { until } from './until'

const brokenLock = 'The lock of my bike does not open any more.'

/** A customer of the bot answers its form; an agent answers her. Her ticket is in the window at the end. */
export async function playBotWay(desk: DeskPage, dc: DataCentre): Promise<Way> {
  const elif = dc.customers.byName('Elif')
  const bot = dc.world.account(BOT.id)
  const heard = () => elif.received(bot)
  const wroteAt = performance.now()
  elif.startBot(bot)
  elif.write(bot, brokenLock)
  await desk.row(brokenLock).waitFor()
  const createdMs = performance.now() - wroteAt
  for (const [asked, answer] of [
    ['What is it about?', 'My bike'],
    ['How urgent is it?', 'I cannot ride'],
  ] as const) {
    const question = await until(() => heard().find(({ text }) => text === asked), `the bot to ask: ${asked}`)
    elif.press(question, answer)
  }
  await desk.openTicket(brokenLock)
  await expect(desk.window.getByRole('region', { name: 'Answers' })).toContainText('I cannot ride')
  const code = await desk.codeOf(brokenLock)
  await until(() => heard().some(({ text }) => text.includes(code)), 'the acknowledgement with its code')
  const text = 'Hello Elif, a mechanic is with you in twenty minutes. Where are you?'
  const answeredMs = await answer(desk, text, () => heard().some((one) => one.text === text))
  elif.write(bot, 'At Harbour Gate, by the ferry.')
  await desk.log.getByText('At Harbour Gate, by the ferry.').waitFor()
  return way(createdMs, answeredMs)
}

/** Anna puts a private chat of hers on the desk and answers it there. */
export async function playPrivateWay(desk: DeskPage, dc: DataCentre): Promise<Way> {
  const jonas = dc.customers.byName('Jonas')
  const anna = dc.staff.byName('Anna').account
  const wish = 'Hi Anna, could you have a look at our company contract? It ends in June.'
  jonas.write(anna, wish)
  const wantedAt = performance.now()
  await desk.openChat('Jonas')
  await desk.log.getByText(wish).waitFor()
  const createdMs = performance.now() - wantedAt
  const text = 'Hello Jonas, I have it here. Shall we go on for another year?'
  const heard = () => jonas.received(anna).some((one) => one.text === text)
  return way(createdMs, await answer(desk, text, heard))
}

async function answer(desk: DeskPage, text: string, isThere: () => boolean): Promise<number> {
  await desk.button('Claim').click()
  await desk.reply.fill(text)
  const sentAt = performance.now()
  await desk.reply.press('Control+Enter')
  await until(isThere, `the customer to receive: ${text}`)
  return performance.now() - sentAt
}

/** How one way of coming in went, rounded. */
export function way(createdMs: number, answeredMs: number): Way {
  return {
    ...{ created: true, answered: true },
    ...{ createdMs: Math.round(createdMs), answeredMs: Math.round(answeredMs) },
  }
}
