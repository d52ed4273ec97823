import { DeskPage } from '../e2e/desk-page'
import { apiEnvironment } from '../e2e/fixtures'
import { launchDesk } from '../runtime/launch'
import { localAddress } from '../runtime/local-address'
import type { Desktop } from '../runtime/session.mjs'
import { PRIVATE_STORIES } from '../telegram/cast/private-stories'
import { startCast } from '../telegram/cast/start-cast'
import type { DataCentre } from '../telegram/server'
import { demoSettings } from './demo-settings'

/** One of the customers does something this often, ms. */
const paceMs = 4_000

/** The desk as a newcomer sees it: signed in, customers writing, until its window is closed. */
export async function staysOpen(dc: DataCentre, desktop: Desktop): Promise<void> {
  const launched = await launchDesk({ desktop, dc: localAddress(dc.address), env: apiEnvironment })
  const desk = new DeskPage(launched, desktop)
  await desk.signInAsAnna(dc, demoSettings)
  await desk.addBot(dc)
  await desk.openChat('Jonas')
  const customers = { paceMs, endless: true }
  const casts = [
    startCast(dc, { ...customers, seed: 1, atOnce: 6 }),
    startCast(dc, { ...customers, seed: 2, script: PRIVATE_STORIES }),
  ]
  process.stdout.write(
    'Customers are writing: in the group, to the bot and to you. You are Anna. Close the window or quit Topicdesk to end the demo.\n',
  )
  await new Promise<void>((resolve) => launched.app.on('close', () => resolve()))
  for (const cast of casts) cast.stop()
}
