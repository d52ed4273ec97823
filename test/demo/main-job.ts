import { mkdirSync } from 'node:fs'
import type { EvidenceView } from '../../src-preload/contract/evidence'
import { DeskPage } from '../e2e/desk-page'
import { apiEnvironment } from '../e2e/fixtures'
import { launchDesk } from '../runtime/launch'
import { localAddress } from '../runtime/local-address'
import { out } from '../runtime/paths.mjs'
import type { Desktop } from '../runtime/session.mjs'
import { startCast } from '../telegram/cast/start-cast'
import type { DataCentre } from '../telegram/server'
import { compareWithTelegram } from './compare-with-telegram'
import { demoSettings } from './demo-settings'
import type { Notified, Summary } from './summary'
import { until } from './until'
import { playBotWay, playPrivateWay, way } from './ways'

/** The promise of the ticket that is left to break, ms. */
const brokenPromiseMs = 8_000
const brokenTitle = 'Brake makes a noise'

/** Does the main job alone, as an agent would, and measures what the agent and the customer saw. */
export async function playMainJob(dc: DataCentre, desktop: Desktop): Promise<Summary> {
  const opened: DeskPage[] = []
  try {
    return await play(dc, desktop, opened)
  } finally {
    for (const desk of opened) await desk.close()
  }
}

async function play(dc: DataCentre, desktop: Desktop, opened: DeskPage[]): Promise<Summary> {
  const folder = out('demo')
  mkdirSync(folder, { recursive: true })
  const screenshots: string[] = []
  const start = (profile?: string) =>
    launchDesk({
      ...{ desktop, dc: localAddress(dc.address), env: apiEnvironment },
      ...(profile === undefined ? {} : { profile }),
    }).then((launched) => {
      const desk = new DeskPage(launched, desktop)
      opened.push(desk)
      return desk
    })
  const picture = async (desk: DeskPage, name: string) => {
    const path = `${folder}/${name}.png`
    await desk.window.screenshot({ path })
    screenshots.push(path)
  }

  const inBothThemes = async (desk: DeskPage, name: string) => {
    await picture(desk, `${name}-light`)
    await desk.call('settings', 'change', { theme: 'dark' })
    await picture(desk, `${name}-dark`)
    await desk.call('settings', 'change', { theme: 'light' })
  }

  const first = await start()
  await first.window.setViewportSize({ width: 1440, height: 900 })
  await picture(first, 'sign-in')
  await first.signInAsAnna(dc, { ...demoSettings, sendHoldMs: 0 })
  await first.addBot(dc)
  const cast = startCast(dc, { seed: 1, atOnce: 9 })
  cast.settle()
  await first.rows.nth(5).waitFor()

  const sentAt = performance.now()
  const pavel = dc.customers.byName('Pavel')
  const topic = pavel.openTopic(
    dc.workspace.help,
    'Charger does not fit',
    'The plug you sent is another one.',
  )
  await first.row('Charger does not fit').waitFor()
  const ticketCreatedMs = performance.now() - sentAt

  await first.openTicket('Charger does not fit')
  await first.button('Claim').click()
  await first.reply.fill('Sorry, Pavel. The right one leaves today.')
  const repliedAt = performance.now()
  await first.reply.press('Control+Enter')
  await until(() => pavel.received(topic).length > 0, 'the customer to receive the reply')
  const replyDeliveredMs = performance.now() - repliedAt

  await first.openTicket('Charged twice for March')
  await first.button('Claim').click()
  await first.sendReply('Hello Mira, I see both payments and have asked our payments team to release one.')
  await until(() => cast.settle().length > 0, 'Mira to answer')
  await first.log.getByText('before Friday').waitFor()
  await inBothThemes(first, 'desk')

  const privateChat = await playPrivateWay(first, dc)
  const bot = await playBotWay(first, dc)
  await inBothThemes(first, 'bot')

  const [atRiskNotified, breachNotified] = await breakPromise(first, dc, desktop)
  await first.openTicket(brokenTitle)
  await picture(first, 'breached')
  await first.kill()
  startCast(dc, { seed: 2, atOnce: 3 }).step()

  const again = await start(first.profile)
  await again.window.setViewportSize({ width: 1440, height: 900 })
  await again.strip.getByText('Connected').waitFor()
  await until(async () => (await compareWithTelegram(again, dc)).lost === 0, 'nothing to be missing')
  const restart = await compareWithTelegram(again, dc)
  await picture(again, 'after-restart')
  for (const part of ['Intake', 'Evidence', 'Doctor']) {
    await again.openSettings(part)
    await again.window.getByRole('heading', { name: part, level: 2 }).waitFor()
    await inBothThemes(again, part.toLowerCase())
    await again.closeSettings()
  }
  const electron = await again.launched.app.evaluate(() => process.versions.electron ?? '')
  return {
    ...{
      electron,
      ticketCreatedMs: Math.round(ticketCreatedMs),
      replyDeliveredMs: Math.round(replyDeliveredMs),
    },
    ...{ atRiskNotified, breachNotified, restart },
    intake: { topic: way(ticketCreatedMs, replyDeliveredMs), bot, privateChat },
    evidence: await readEvidence(again),
    screenshots,
  }
}

async function readEvidence(desk: DeskPage): Promise<Summary['evidence']> {
  const { accounts } = (await desk.call('evidence', 'get')) as EvidenceView
  const proofs = accounts.map(({ account, all }) => ({
    account: account.name,
    ...all,
    gapsOpen: all.gapsFound - all.gapsClosed,
  }))
  return { accounts: proofs, gapsOpen: proofs.reduce((sum, { gapsOpen }) => sum + gapsOpen, 0) }
}

/** Leaves a customer waiting until the promise breaks; reads back from the service what the agent was told. */
async function breakPromise(desk: DeskPage, dc: DataCentre, desktop: Desktop): Promise<[Notified, Notified]> {
  const promise = { firstReplyMs: brokenPromiseMs, nextReplyMs: null, resolutionMs: 1_800_000 }
  await desk.call('settings', 'change', { warnPercent: 50, promises: { high: promise } })
  const title = brokenTitle
  dc.customers.byName('Hanna').openTopic(dc.workspace.help, title, 'It howls at every stop.')
  await desk.row(title).waitFor()
  const [row] = (await desk.call('queue', 'search', { text: title, limit: 1 })) as [
    { id: string; code: string },
  ]
  await desk.call('tickets', 'setPriority', { ticketId: row.id, priority: 'high' })
  const { clock } = (await desk.call('tickets', 'get', { ticketId: row.id })) as {
    clock: { warnAt: number; dueAt: number }
  }
  const shown = (pattern: RegExp, moment: number) =>
    until(() => {
      const found = desktop.notifications?.shown().find(({ summary }) => pattern.test(summary))
      return found && { summary: found.summary, body: found.body, latenessMs: Math.round(found.at - moment) }
    }, `a notification like ${pattern}`)
  return [
    await shown(new RegExp(`^${row.code} is due`), clock.warnAt),
    await shown(new RegExp(`^${row.code} is overdue`), clock.dueAt),
  ]
}
