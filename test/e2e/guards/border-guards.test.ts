import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { commands } from '../../../src-preload/contract/commands'
import { offer } from '../../../src-preload/contract/offers'
import { launchDesk } from '../../runtime/launch'
import { out } from '../../runtime/paths.mjs'
import { type Desktop, openDesktop } from '../../runtime/session.mjs'

const preload = out('preload/index.cjs')

let desktop: Desktop
let app: ElectronApplication
let page: Page

test.beforeAll(async () => {
  desktop = await openDesktop({ keyring: false, notifications: false })
  const launched = await launchDesk({ desktop })
  app = launched.app
  page = launched.window
})
test.afterAll(async () => {
  await app?.close()
  await desktop?.close()
})

test.describe('the border', () => {
  test('every command of the contract is answered, and checks what it is given', async () => {
    const asked = Object.entries(commands).flatMap(([group, members]) =>
      Object.keys(members).map((name) => [group, name] as const),
    )
    const answers = await page.evaluate(async (names) => {
      const ask = ([group, name]: readonly [string, string]) =>
        Reflect.get(Reflect.get(window.desk, group), name)(4711)
      return Promise.all(names.map(async (name) => [name.join('.'), await ask(name)]))
    }, asked)
    expect(answers).toHaveLength(asked.length)
    for (const [name, answer] of answers)
      expect(answer, String(name)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  })

  test('a question of the wrong shape is refused with its field', async () => {
    const answer = await page.evaluate(() =>
      Reflect.apply(window.desk.conversation.reply, null, [{ ticketId: 'a', replyId: 'not one', text: 'x' }]),
    )
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input', field: 'replyId' } })
  })

  test('another window is refused, even one of ours with our page and our preload in it', async () => {
    const answer = await app.evaluate(
      async ({ BrowserWindow }, { preload, argument }) => {
        const webPreferences = { sandbox: true, preload, additionalArguments: [argument] }
        const other = new BrowserWindow({ show: false, webPreferences })
        await other.loadURL('app://desk/index.html')
        const said: unknown = await other.webContents.executeJavaScript('desk.tickets.get({ ticketId: "a" })')
        other.destroy()
        return said
      },
      { preload, argument: offer(commands) },
    )
    expect(answer).toEqual({
      ok: false,
      failure: { code: 'forbidden', message: 'Only the window of Topicdesk may ask this.' },
    })
  })
})
