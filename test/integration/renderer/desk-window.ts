import type { Locator } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach } from 'vitest'
import { WindowUnderTest } from './window-under-test'

/** Queue, conversation, composer and sheet in the real runtime, with a scripted desk behind them. */
export class DeskWindow extends WindowUnderTest {
  constructor() {
    super()
    beforeEach(() => this.resize(1440, 900))
  }

  get reply(): Locator {
    return this.page.getByRole('textbox', { name: 'Reply' })
  }

  row(code: string): Locator {
    return this.page.getByRole('option', { name: new RegExp(`^${code} `) })
  }

  async open(code: string): Promise<void> {
    await this.row(code).click()
    await seen(this.page.getByRole('log')).toBeVisible()
  }
}
