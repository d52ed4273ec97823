import { test as base } from '@playwright/test'
import type { LaunchedDesk } from '../../runtime/launch'
import { type Desktop, type DesktopOptions, openDesktop } from '../../runtime/session.mjs'
import { launchProbe } from './launch-probe'

interface Fixtures {
  readonly desktopOptions: DesktopOptions
  readonly desktop: Desktop
  /** Starts the shell alone, with a profile of its own or the one given; what still runs at the end is closed. */
  readonly start: (profile?: string) => Promise<LaunchedDesk>
}

/** Tests of the shell alone in a real Electron; `test.use({ desktopOptions })` says on what kind of desktop. */
export const test = base.extend<Fixtures>({
  desktopOptions: [{}, { option: true }],
  desktop: async ({ desktopOptions }, use) => {
    const desktop = await openDesktop(desktopOptions)
    await use(desktop)
    await desktop.close()
  },
  start: async ({ desktop }, use) => {
    const running = new Set<LaunchedDesk>()
    await use(async (profile) => {
      const launched = await launchProbe(desktop, profile)
      running.add(launched)
      launched.app.once('close', () => running.delete(launched))
      return launched
    })
    await Promise.all([...running].map(({ app }) => app.close()))
  },
})
