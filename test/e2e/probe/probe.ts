import type { ElectronApplication } from '@playwright/test'
import type { Notifications, Secrets } from '../../../src-main/core/ports'
import type { DeskTray } from '../../../src-main/shell/tray'

/** What the probe's main process leaves within reach of a test. */
export interface Probe {
  readonly secrets: Secrets
  readonly notifications: Notifications
  readonly tray: DeskTray
  /** What was asked for in the tray. */
  readonly told: readonly unknown[]
  /** What the notifications told, in order: its name, then what came with it. */
  readonly heard: readonly (readonly [string, ...unknown[]])[]
}

/** Runs in the probe's main process. */
export const inProbe = async <Given, Answer>(
  app: ElectronApplication,
  run: (probe: Probe, given: Given) => Answer | Promise<Answer>,
  given: Given,
): Promise<Answer> => {
  const code = `(${run.toString()})(globalThis.probe, ${JSON.stringify(given) ?? 'undefined'})`
  // biome-ignore lint/security/noGlobalEval: the test's own code, in the test's own process
  return app.evaluate((_, source) => eval(source), code)
}
