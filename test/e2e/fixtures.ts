import { test as base } from '@playwright/test'
import { build } from '../runtime/build.mjs'
import { type LaunchOptions, launchDesk } from '../runtime/launch'
import { localAddress } from '../runtime/local-address'
import { type Desktop, openDesktop } from '../runtime/session.mjs'
import { type DataCentre, startDataCentre } from '../telegram/server'
import { DeskPage } from './desk-page'

/** An application id such as my.telegram.org gives; the local data centre takes any. */
export const apiEnvironment = {
  TOPICDESK_API_ID: '12345',
  TOPICDESK_API_HASH: '0123456789abcdef0123456789abcdef',
}

type Open = (options?: Partial<LaunchOptions>) => Promise<DeskPage>

interface PerTest {
  /** A Telegram of this test's own. */
  readonly dc: DataCentre
  /** Starts the app against it; what is still open at the end of the test is closed. */
  readonly open: Open
  /** The app, not signed in. */
  readonly desk: DeskPage
  /** The app, signed in as Anna, with the support group chosen and live. */
  readonly atWork: DeskPage
}

interface PerWorker {
  readonly desktop: Desktop
}

/** Journeys: the real app, the real library, a real MTProto server, real notifications. No sleeping: poll for what is seen. */
export const test = base.extend<PerTest, PerWorker>({
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      await build('test')
      const desktop = await openDesktop()
      await use(desktop)
      await desktop.close()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  dc: async ({}, use) => {
    const dc = await startDataCentre({ seed: 1 })
    await use(dc)
    await dc.close()
  },
  open: async ({ dc, desktop }, use) => {
    const opened: DeskPage[] = []
    await use(async (options = {}) => {
      const env = { ...apiEnvironment, ...options.env }
      const page = new DeskPage(
        await launchDesk({ desktop, dc: localAddress(dc.address), ...options, env }),
        options.desktop ?? desktop,
      )
      opened.push(page)
      return page
    })
    for (const page of opened) await page.close()
  },
  desk: async ({ open }, use) => use(await open()),
  atWork: async ({ open, dc }, use) => {
    const page = await open()
    await page.signInAsAnna(dc)
    await use(page)
  },
})

export { expect } from '@playwright/test'
