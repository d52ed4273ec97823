import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { _electron } from '@playwright/test'
import { DeskPage } from '../e2e/desk-page'
import { apiEnvironment } from '../e2e/fixtures'
import { electronCommand } from '../runtime/desktop/electron-command.mjs'
import { giveToUser } from '../runtime/desktop/user.mjs'
import { launchDesk, newProfile } from '../runtime/launch'
import { localAddress } from '../runtime/local-address'
import { type Desktop, openDesktop } from '../runtime/session.mjs'
import { type DataCentre, startDataCentre } from '../telegram/server'
import { arrivals, flows } from './arrivals'
import { bareWindow } from './bare-window'
import { lateness } from './lateness'
import { memoryOf } from './memory'
import { noteAcks, switchTimes, tabTimes } from './paints'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'
import { storeFixture } from './store-fixture'

const starts = 5
const settleMs = 5_000

/** Measures the running app with 100,000 tickets and 1,000,000 messages in its profile. */
export async function appBench(): Promise<BenchRow[]> {
  const desktop = await openDesktop()
  const dc = await startDataCentre({ seed: 1 })
  const opened: DeskPage[] = []
  try {
    const open = async (profile: string) => {
      const desk = new DeskPage(
        await launchDesk({ desktop, profile, dc: localAddress(dc.address), env: apiEnvironment }),
        desktop,
      )
      opened.push(desk)
      return desk
    }
    const profile = await signedInProfile(desktop, dc, open)
    const rows = await coldStarts(desktop, () => open(profile))
    const desk = await open(profile)
    await desk.rows.first().waitFor()
    await desk.strip.getByText('Connected').waitFor()
    // The compiler of tsx wraps named functions in this; in the page it is unknown.
    await desk.window.evaluate('globalThis.__name = (named) => named')
    rows.push(...(await tabTimes(desk)), ...(await switchTimes(desk)), ...(await noteAcks(desk)))
    rows.push(...(await arrivals(desk, dc, flows.slow)), ...(await arrivals(desk, dc, flows.fast)))
    rows.push(...(await lateness(desk, dc, desktop)))
    return rows
  } finally {
    for (const desk of opened) await desk.close()
    await dc.close()
    await desktop.close()
  }
}

/** A profile at full size whose account is signed in and whose journal was folded by the app itself. */
async function signedInProfile(
  desktop: Desktop,
  dc: DataCentre,
  open: (profile: string) => Promise<DeskPage>,
): Promise<string> {
  const profile = newProfile(desktop)
  cpSync(await storeFixture(), join(profile, 'desk'), { recursive: true })
  giveToUser(profile)
  const desk = await open(profile)
  await desk.signInAsAnna(dc)
  await desk.close()
  return profile
}

/** From the start of the process to a queue that can be used, beside the same for a window with nothing in it. */
async function coldStarts(desktop: Desktop, open: () => Promise<DeskPage>): Promise<BenchRow[]> {
  const bare = { ms: [] as number[], megabytes: [] as number[] }
  const full = { ms: [] as number[], megabytes: [] as number[] }
  for (let nth = 0; nth < starts; nth++) {
    const bareStart = performance.now()
    const empty = await openBare(desktop)
    bare.ms.push(performance.now() - bareStart)
    if (nth === 0) await settle()
    bare.megabytes.push(memoryOf(empty.process().pid ?? 0) ?? 0)
    await empty.close()

    const fullStart = performance.now()
    const desk = await open()
    await desk.rows.first().waitFor()
    full.ms.push(performance.now() - fullStart)
    if (nth === 0) await settle()
    full.megabytes.push(memoryOf(desk.launched.app.process().pid ?? 0) ?? 0)
    await desk.close()
  }
  const above = percentile(full.ms, 0.95) - percentile(bare.ms, 0.95)
  const aboveMb = (full.megabytes[0] ?? 0) - (bare.megabytes[0] ?? 0)
  return [
    { name: 'app: bare window p95', value: percentile(bare.ms, 0.95), unit: 'ms', goal: null, n: starts },
    {
      name: 'app: cold start to queue p95',
      value: percentile(full.ms, 0.95),
      unit: 'ms',
      goal: null,
      n: starts,
    },
    { name: 'app: cold start above a bare window p95', value: above, unit: 'ms', goal: 600, n: starts },
    {
      name: 'app: idle memory of a bare window',
      value: bare.megabytes[0] ?? 0,
      unit: 'MB',
      goal: null,
      n: 1,
    },
    { name: 'app: idle memory, all processes', value: full.megabytes[0] ?? 0, unit: 'MB', goal: null, n: 1 },
    { name: 'app: idle memory above a bare window', value: aboveMb, unit: 'MB', goal: 220, n: 1 },
  ]
}

async function openBare(desktop: Desktop) {
  const { executable, args, env } = electronCommand(desktop)
  const profile = newProfile(desktop)
  const variables = Object.entries({ ...desktop.env, ...env }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  const app = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: true,
    args: [...args, `--user-data-dir=${profile}`, bareWindow()],
    env: Object.fromEntries(variables),
  })
  await (await app.firstWindow()).getByText('bare').waitFor()
  return app
}

const settle = () => new Promise((resolve) => setTimeout(resolve, settleMs))
