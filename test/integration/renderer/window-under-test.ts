import type { ElectronApplication, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { buildRenderer } from '../../renderer/build-renderer'
import { openElectron } from '../../renderer/open-electron'
import { type Desktop, openDesktop } from '../../runtime/session.mjs'

/** The built window in the real runtime, with a scripted desk behind it: one for all tests of a file. */
export class WindowUnderTest {
  private opened: { readonly app: ElectronApplication; readonly page: Page } | null = null

  /** @throws an Error before the first test began. */
  get page(): Page {
    if (this.opened === null) throw new Error('the window is not open yet')
    return this.opened.page
  }

  /** Opens before the first test of the calling file, closes after the last; a page that complains fails its test. */
  constructor() {
    let desktop: Desktop
    let complaints: readonly string[] = []
    let heard = 0
    beforeAll(async () => {
      const built = await buildRenderer()
      desktop = await openDesktop({ keyring: false, notifications: false })
      const { app, page, complaints: all } = await openElectron(desktop, built, { scene: 'busy' })
      this.opened = { app, page }
      complaints = all
      page.setDefaultTimeout(8000)
    })
    afterAll(async () => {
      await this.opened?.app.close()
      await desktop?.close()
    })
    beforeEach(async () => {
      await this.page.evaluate(() => localStorage.clear())
      heard = complaints.length
    })
    afterEach(() => {
      expect(complaints.slice(heard), 'the page complained').toEqual([])
    })
  }

  async resize(width: number, height: number): Promise<void> {
    await this.opened?.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
  }

  /** What the window asked of a channel, such as `session.checkCode`. */
  calls(channel: string): Promise<readonly unknown[]> {
    return this.page.evaluate(
      (wanted) => window.script.calls.filter((call) => call.channel === wanted).map(({ input }) => input),
      channel,
    )
  }
}
