import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { picture } from './picture'

const fromCustomer = (desk: DeskPage): Locator => desk.log.getByRole('article', { name: /^Message from/ })
const fromTeam = (desk: DeskPage): Locator => desk.log.getByRole('article', { name: /^Reply from/ })

test('bold, code and links are shown as the customer wrote them, and go out as the agent marks them', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Formatted', 'See this page, code 4471, now', {
    entities: [
      { kind: 'textUrl', offset: 4, length: 9, url: 'https://fernline.example/help' },
      { kind: 'code', offset: 20, length: 4 },
      { kind: 'bold', offset: 26, length: 3 },
    ],
  })
  await atWork.openTicket('Formatted')
  const message = fromCustomer(atWork).first()
  await expect(message.getByRole('link', { name: /this page/ })).toHaveAttribute(
    'href',
    'https://fernline.example/help',
  )
  await expect(message.locator('code')).toHaveText('4471')
  await expect(message.locator('b')).toHaveText('now')

  await atWork.sendReply('**Hold** the `lock` and read [this](https://fernline.example/lock)')
  await expect.poll(() => mira.received(topic).length).toBe(1)
  const [got] = mira.received(topic)
  expect(got?.text).toBe('Hold the lock and read this')
  expect(got?.entities.map(({ kind, offset, length, url }) => [kind, offset, length, url])).toEqual([
    ['bold', 0, 4, undefined],
    ['code', 9, 4, undefined],
    ['textUrl', 23, 4, 'https://fernline.example/lock'],
  ])
  await expect(fromTeam(atWork).first().locator('b')).toHaveText('Hold')
  await picture(atWork, 'formatted')
})

test('an answer to one message quotes it on both sides', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Quoted', 'The first question')
  const second = mira.write(topic, 'The second question')
  await atWork.openTicket('Quoted')
  const question = fromCustomer(atWork).filter({ hasText: 'The second question' })
  await question.hover()
  await question.getByRole('button', { name: 'Message actions' }).click()
  await atWork.window.getByRole('menuitem', { name: 'Reply to this' }).click()
  await expect(atWork.reply).toBeFocused()
  await atWork.sendReply('The answer to the second')
  await expect.poll(() => mira.received(topic).map(({ replyTo }) => replyTo)).toEqual([second.id])
  const answer = fromTeam(atWork).first()
  await expect(answer.getByRole('button', { name: /^Go to the message from Mira/ })).toContainText(
    'The second question',
  )
  mira.write(topic, 'Thank you', { replyTo: mira.received(topic)[0]?.id ?? 0 })
  await expect(fromCustomer(atWork).filter({ hasText: 'Thank you' })).toContainText(
    'The answer to the second',
  )
})

test('a photo shows its small picture at once and then the whole, and an album is one bubble', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Pictures', 'Look')
  dc.switchboard.delay('upload.GetFile', 1500)
  mira.sendPhoto(topic, { seed: 3 }, 'A bent wheel')
  await atWork.openTicket('Pictures')
  const photo = fromCustomer(atWork).filter({ hasText: 'A bent wheel' })
  await expect(photo.locator('img.photo-thumb')).toHaveAttribute('src', /^data:image/)
  await expect(photo.locator('img:not(.photo-thumb)')).toBeVisible()
  await expect
    .poll(() => photo.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(100)
  dc.switchboard.delay('upload.GetFile', 0)

  mira.sendAlbum(topic, [{ seed: 4 }, { seed: 5 }, { seed: 6 }], 'Three views')
  const album = fromCustomer(atWork).filter({ hasText: 'Three views' })
  await expect(album.getByRole('button', { name: /^Open / })).toHaveCount(3)
  await expect(fromCustomer(atWork)).toHaveCount(3)
  await expect.poll(() => album.locator('img:not(.photo-thumb)').count()).toBe(3)
  await picture(atWork, 'photos', ['light', 'dark'])
  await album
    .getByRole('button', { name: /^Open / })
    .first()
    .click()
  await expect(atWork.window.getByRole('dialog')).toBeVisible()
  await picture(atWork, 'photo-open')
})

test('a file is shown with its name and size, and is saved with its bytes', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Receipt', 'Here it is')
  const bytes = Buffer.from('A receipt for 80 euros.\n'.repeat(3000))
  mira.sendDocument(topic, { name: 'receipt \u202Efdp.txt', mime: 'text/plain', bytes })
  await atWork.openTicket('Receipt')
  const chip = atWork.log.getByRole('button', { name: /^Save .*receipt/ })
  await expect(chip).toHaveAccessibleName(/70(\.3)? KB|72 KB/)
  expect(await chip.getAttribute('aria-label')).not.toContain('\u202E')
  const target = join(atWork.profile, 'saved.txt')
  await atWork.launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath, bookmark: '' })
  }, target)
  await chip.click()
  await expect(chip).toHaveAccessibleName(/saved/)
  expect(existsSync(target)).toBe(true)
  expect(readFileSync(target).equals(bytes)).toBe(true)
})

test('a file put into the reply arrives with its bytes', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Send me the form', 'Please')
  await atWork.openTicket('Send me the form')
  const words = 'The form, page by page.\n'.repeat(500)
  await atWork.reply.focus()
  await atWork.reply.evaluate((field, content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'form.txt', { type: 'text/plain' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, words)
  await expect(atWork.window.getByRole('list', { name: 'Files to send' })).toContainText('form.txt')
  await picture(atWork, 'file-to-send')
  await atWork.sendReply('Here is the form')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Here is the form'])
  const media = mira.received(topic)[0]?.media
  expect(media?.kind).toBe('document')
  if (media?.kind !== 'document') return
  expect(media.name).toBe('form.txt')
  expect(media.bytes.toString()).toBe(words)
  await expect(fromTeam(atWork).getByRole('button', { name: /form\.txt/ })).toBeVisible()
})

test('an edit keeps the older text, says when it came after the reply, and a deletion is shown', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Changed mind', 'The bike is red')
  await atWork.openTicket('Changed mind')
  await expect(fromCustomer(atWork)).toHaveCount(1)
  mira.edit(topic.first, 'The bike is green')
  const message = fromCustomer(atWork).first()
  await expect(message).toHaveAccessibleName(/, edited$/)
  await expect(message).toContainText('The bike is green')
  await message.getByRole('button', { name: 'Edited' }).click()
  await expect(message.locator('del')).toContainText('The bike is red')
  await message.getByRole('button', { name: 'Edited, hide versions' }).click()

  await atWork.sendReply('A green bike it is')
  await expect.poll(() => mira.received(topic).length).toBe(1)
  mira.edit(topic.first, 'The bike is blue')
  await expect(message.getByRole('button', { name: 'Edited after your reply' })).toBeVisible()
  await message.getByRole('button', { name: 'Edited after your reply' }).click()
  await expect(message.locator('del')).toHaveText([/red/, /green/])
  await picture(atWork, 'edited', ['light', 'dark'])

  const gone = mira.write(topic, 'Forget this')
  await expect(fromCustomer(atWork)).toHaveCount(2)
  mira.remove(gone)
  const deleted = atWork.log.getByRole('article', { name: /, deleted$/ })
  await expect(deleted).toContainText(/Mira Adler deleted this message at \d\d:\d\d/)
  await deleted.getByRole('button', { name: 'Show' }).click()
  await expect(deleted).toContainText('Forget this')
  await picture(atWork, 'deleted')
})

test('hostile text is shown as text and stays inside its column', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const hostile = [
    '<img src=x onerror="document.title=1"><b>bold?</b><script>document.title="x"</script>',
    '\u202Eevil\u202C \u2067right to left\u2069 \u200F\u200E',
    `zero\u200B\u200C\u200D\uFEFFwidth${'\u0301'.repeat(60)}`,
    'W'.repeat(4096),
    '👩‍👩‍👧‍👦'.repeat(120),
  ] as const
  const topic = mira.openTopic(
    dc.workspace.help,
    '<h1>\u202Etitle</h1> WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
    hostile[0],
  )
  for (const text of hostile.slice(1)) mira.write(topic, text)
  await atWork.rows.filter({ hasText: '<h1>' }).click()
  await expect(fromCustomer(atWork).last()).toContainText('👩‍👩‍👧‍👦')
  await atWork.sendReply('M'.repeat(4096))
  await expect.poll(() => mira.received(topic)[0]?.text.length, { timeout: 20_000 }).toBe(4096)
  await picture(atWork, 'hostile', ['light', 'dark'])
  await atWork.log.press('Home')
  await atWork.log.evaluate((log) => log.scrollTo(0, 0))
  await expect(fromCustomer(atWork).first()).toContainText('<script>')
  await picture(atWork, 'hostile-start')
  expect(await atWork.window.title()).not.toMatch(/^(1|x)$/)
  expect(
    await atWork.window.evaluate(() => document.querySelectorAll('.rich img, .rich script').length),
  ).toBe(0)
  expect(await spillsOver(atWork)).toEqual([])

  await atWork.launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(960, 600),
  )
  await expect.poll(() => atWork.window.evaluate(() => window.innerWidth)).toBe(960)
  await picture(atWork, 'hostile-narrow')
  expect(await spillsOver(atWork)).toEqual([])
})

/** What reaches over the edge of its column, or makes the window scroll sideways. */
function spillsOver(desk: DeskPage): Promise<string[]> {
  return desk.window.evaluate(() => {
    const over: string[] = []
    if (document.documentElement.scrollWidth > window.innerWidth) over.push('the window')
    for (const room of document.querySelectorAll<HTMLElement>('.queue, .conversation, .sheet')) {
      const { left, right } = room.getBoundingClientRect()
      for (const part of room.querySelectorAll<HTMLElement>('*')) {
        const box = part.getBoundingClientRect()
        if (box.width === 0 || part.closest('.hidden-text, .clip, svg')) continue
        if (box.left < left - 1 || box.right > right + 1) over.push(`${room.className}: ${part.className}`)
      }
    }
    return over
  })
}

test('a note is seen by the team and never reaches Telegram', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Between us', 'Hello')
  await atWork.openTicket('Between us')
  const sentBefore = dc.record.calls.count('messages.SendMessage')
  await atWork.log.click()
  await atWork.window.keyboard.press('n')
  const note = atWork.window.getByRole('textbox', { name: 'Internal note' })
  await note.fill('This customer is my neighbour')
  await picture(atWork, 'note-written', ['light', 'dark'])
  await atWork.button('Add note').click()
  await expect(atWork.log.getByRole('article', { name: /^Internal note from/ })).toContainText('neighbour')
  await expect(atWork.row('Between us')).toContainText('Note: This customer')
  await picture(atWork, 'note-added')
  await atWork.window.getByRole('tab', { name: 'Reply' }).click()
  await atWork.sendReply('Hello Mira')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Hello Mira'])
  expect(dc.record.calls.count('messages.SendMessage')).toBe(sentBefore + 1)
})

test('an answer from plain Telegram counts as the reply', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Answered outside', 'Anybody?')
  await atWork.openTicket('Answered outside')
  dc.staff.byName('Ravi').write(topic, 'I am on it')
  await expect(fromTeam(atWork)).toContainText('I am on it')
  await expect(fromTeam(atWork)).toHaveAccessibleName(/^Reply from Ravi/)
  const sheet = atWork.window.getByRole('complementary', { name: /^Ticket / })
  await expect(sheet).toContainText(/First reply\s*Met in/)
  await expect(atWork.row('Answered outside')).toHaveAccessibleName(/customer's turn/)
})
