import { expect, type Page, test } from '@playwright/test'
import { launchDesk } from '../../runtime/launch'
import { openDesktop } from '../../runtime/session.mjs'
import { findInFolder } from './find-in-folder'

const api = { apiId: 41_712_345, apiHash: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' }

const session = (page: Page) =>
  page.evaluate(async () => {
    const outcome = await window.desk.session.get()
    return outcome.ok ? outcome.value : outcome.failure
  })

for (const keyring of [true, false])
  test.describe(keyring ? 'with a keyring' : 'without a keyring', () => {
    test('the API hash is nowhere on disk in clear', async () => {
      const desktop = await openDesktop({ keyring, notifications: false })
      try {
        const first = await launchDesk({ desktop })
        const said = await first.window.evaluate((given) => window.desk.session.setApi(given), api)
        expect(said).toMatchObject({ ok: true, value: { api: { id: api.apiId, from: 'settings' } } })
        expect(await session(first.window)).toMatchObject({ keyring: keyring ? 'safe' : 'missing' })
        expect(JSON.stringify(said), 'the window never gets it back').not.toContain(api.apiHash)
        await first.app.close()
        expect(findInFolder(first.profile, api.apiHash)).toEqual([])
        expect(first.output()).not.toContain(api.apiHash)

        const second = await launchDesk({ desktop, profile: first.profile })
        const kept = keyring ? { id: api.apiId, from: 'settings' } : null
        expect(await session(second.window)).toMatchObject({ api: kept })
        await second.app.close()
      } finally {
        await desktop.close()
      }
    })
  })
