import { expect, type Locator, type Page } from '@playwright/test'
import type { AccountView, GroupRole } from '../../src-preload/contract/account'
import type { TimelineItem, TimelinePage } from '../../src-preload/contract/conversation'
import type { Desk } from '../../src-preload/contract/desk'
import type { Outcome } from '../../src-preload/contract/outcome'
import type { SettingsPatch } from '../../src-preload/contract/settings'
import type { TicketRow } from '../../src-preload/contract/ticket'
import type { DeskUnderTest } from '../runtime/desk-under-test'
import type { LaunchedDesk } from '../runtime/launch'
import type { Desktop } from '../runtime/session.mjs'
import type { DataCentre } from '../telegram/server'
import { BOT } from '../telegram/workspace'
import type { Group } from '../telegram/world/group'

/** The running app as a test uses it: by roles and names (interface.md section 14). */
export class DeskPage {
  readonly window: Page
  private isClosed = false

  constructor(
    readonly launched: LaunchedDesk,
    readonly desktop: Desktop,
  ) {
    this.window = launched.window
  }

  get profile(): string {
    return this.launched.profile
  }

  /** The queue's rows. */
  get rows(): Locator {
    return this.window.getByRole('listbox', { name: 'Queue' }).getByRole('option')
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title })
  }

  get log(): Locator {
    return this.window.getByRole('log')
  }

  get strip(): Locator {
    return this.window.getByRole('status', { name: 'Desk status' })
  }

  get reply(): Locator {
    return this.window.getByRole('textbox', { name: 'Reply' })
  }

  button(name: string): Locator {
    return this.window.getByRole('button', { name, exact: true })
  }

  async openTicket(title: string): Promise<void> {
    // As a hand does it: the pointer comes into the queue, which then holds its order, the button goes down, and the
    // pointer leaves for the conversation.
    await this.row(title).hover()
    await this.row(title).click()
    const conversation = this.window.getByRole('region', { name: title, exact: true })
    await conversation.getByRole('heading', { level: 2 }).hover()
  }

  /** Shows a ticket as a click on a notification does. */
  async show(ticketId: string): Promise<void> {
    await this.launched.app.evaluate(({ BrowserWindow }, id) => {
      for (const window of BrowserWindow.getAllWindows())
        window.webContents.send('open-ticket', { ticketId: id })
    }, ticketId)
  }

  /** Looks for a frame, as eyes do: only then does what came last count as seen, and a reply as begun after it. */
  async look(): Promise<void> {
    await this.window.evaluate(
      () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen)))),
    )
  }

  /** Looks, writes a reply and sends it with the key an agent uses. */
  async sendReply(text: string): Promise<void> {
    await this.look()
    await this.reply.fill(text)
    await this.reply.press('Control+Enter')
  }

  /** Signs in the way the window does, without its screens, and follows the support group. */
  async signInAsAnna(dc: DataCentre, settings: SettingsPatch = { sendHoldMs: 0 }): Promise<void> {
    const { id, phone } = dc.staff.byName('Anna').account
    await this.call('settings', 'change', settings)
    await this.call('session', 'sendCode', { phone: `+${phone}` })
    await this.call('session', 'checkCode', { code: dc.phoneCode(phone ?? '') ?? '' })
    await this.call('accounts', 'followGroup', {
      accountId: String(id),
      groupId: String(dc.workspace.help.id),
      role: 'public',
    })
    await expect(this.strip).toContainText('Connected')
  }

  /**
   * Signs in the team's bot beside Anna, and gives it the staff's own forum to copy its private chats into. A bot may
   * not list its groups: it knows those in which somebody wrote.
   */
  async addBot(dc: DataCentre): Promise<Group> {
    await this.call('session', 'add')
    await this.call('session', 'connectBot', { token: BOT.botToken })
    const { account } = await this.account('bot')
    const room = dc.openStaffRoom()
    dc.staff.byName('Ravi').write(room, 'The desk copies the bot’s chats into this group from today.')
    const known = () => this.call('accounts', 'groups', { accountId: account.id })
    await expect.poll(known).toContainEqual(expect.objectContaining({ id: String(room.id) }))
    await this.followGroup(account.id, room, 'staff')
    await expect(this.strip).toContainText('Connected')
    return room
  }

  /** The first account of this kind that is signed in. */
  async account(kind: 'user' | 'bot'): Promise<AccountView> {
    const accounts = (await this.call('accounts', 'list')) as readonly AccountView[]
    const found = accounts.find(({ account }) => account.kind === kind)
    if (found === undefined) throw new Error(`No account of this kind is signed in: ${kind}.`)
    return found
  }

  /** Makes a ticket of a private chat, as an agent does: by the palette and a few letters of the name. */
  async openChat(name: string): Promise<void> {
    await this.window.keyboard.press('Control+k')
    await this.window.getByRole('combobox', { name: 'Search commands' }).fill('ticket from a chat')
    await expect(this.window.getByRole('option', { name: 'Create a ticket from a chat' })).toBeVisible()
    await this.window.keyboard.press('Enter')
    await this.window.getByRole('combobox', { name: 'Search private chats' }).fill(name)
    const chats = this.window.getByRole('listbox', { name: 'Private chats' }).getByRole('option')
    await expect(chats).toHaveCount(1)
    await this.window.keyboard.press('Enter')
    await expect(this.window.getByRole('form', { name: 'Composer' })).toBeVisible()
  }

  /** Opens a part of the settings by its link. */
  async openSettings(part: string): Promise<void> {
    await this.window.keyboard.press('Control+,')
    const parts = this.window.getByRole('navigation', { name: 'Parts of the settings' })
    await parts.getByRole('link', { name: part }).click()
  }

  /** Back to the tickets, from a part of the settings too. */
  async closeSettings(): Promise<void> {
    await this.button('Back to the settings').click()
    await expect(this.window.getByRole('heading', { name: 'Accounts', level: 2 })).toBeVisible()
    await this.window.keyboard.press('Escape')
    await expect(this.rows.first()).toBeVisible()
  }

  /** The code of the ticket with this title. */
  async codeOf(title: string): Promise<string> {
    const [row] = (await this.call('queue', 'search', { text: title, limit: 1 })) as readonly TicketRow[]
    if (row === undefined) throw new Error(`No ticket is called ${title}.`)
    return row.code
  }

  async followGroup(accountId: string, group: Group, role: GroupRole): Promise<void> {
    await this.call('accounts', 'followGroup', { accountId, groupId: String(group.id), role })
  }

  /** One command of the contract by its names. @throws an Error with the failure's code and words */
  async call(group: keyof Desk & string, name: string, input?: unknown): Promise<unknown> {
    const outcome = await this.window.evaluate(
      ([group, name, input]) => {
        const desk = window.desk as unknown as Record<string, Record<string, (input: unknown) => unknown>>
        return desk[group as string]?.[name as string]?.(input) as Promise<Outcome<unknown>>
      },
      [group, name, input] as const,
    )
    if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`)
    return outcome.value
  }

  /** Every item of a ticket's conversation, oldest first, read page by page as the window does. */
  async items(ticketId: string): Promise<readonly TimelineItem[]> {
    let items: readonly TimelineItem[] = []
    for (let before: string | null | undefined; before !== null; ) {
      const wish = { ticketId, limit: 200, ...(before === undefined ? {} : { before }) }
      const page = (await this.call('conversation', 'page', wish)) as TimelinePage
      items = [...page.items, ...items]
      before = page.earlier
    }
    return items
  }

  /** Lets the desk's clock jump ahead, and the window's with it: what a night does. */
  async passTime(byMs: number): Promise<void> {
    await this.window.evaluate((ms) => {
      const before = Date.now
      Date.now = () => before() + ms
    }, byMs)
    await this.launched.app.evaluate((_, ms) => {
      ;(globalThis as unknown as { deskUnderTest: DeskUnderTest }).deskUnderTest.shift(ms)
    }, byMs)
  }

  /** The computer wakes up after so long: no timer rang meanwhile, and what the system says of it is the first the desk hears. */
  async wakeAfter(ms: number): Promise<void> {
    await this.window.evaluate((ms) => {
      const before = Date.now
      Date.now = () => before() + ms
    }, ms)
    await this.launched.app.evaluate(({ powerMonitor }, ms) => {
      ;(globalThis as unknown as { deskUnderTest: DeskUnderTest }).deskUnderTest.sleep(ms)
      powerMonitor.emit('resume')
    }, ms)
  }

  /** Lets the disk run full, or have room again. */
  async fillDisk(isFull: boolean): Promise<void> {
    await this.launched.app.evaluate((_, full) => {
      ;(globalThis as unknown as { deskUnderTest: DeskUnderTest }).deskUnderTest.fillDisk(full)
    }, isFull)
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    await this.launched.app.close().catch(() => undefined)
  }

  /** Ends the app as a power cut would. */
  async kill(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    const ended = this.launched.app.waitForEvent('close').catch(() => undefined)
    this.launched.app.process().kill('SIGKILL')
    await ended
  }
}
