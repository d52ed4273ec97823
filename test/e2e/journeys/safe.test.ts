import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { findInFolder } from '../guards/find-in-folder'

test('what people write and are called stands in no log, however the day went', async ({ open, dc }) => {
  const said = {
    title: 'Sentinel-title-of-topic',
    first: 'Sentinel-first-message',
    edited: 'Sentinel-edited-message',
    caption: 'Sentinel-caption',
    file: 'Sentinel-file-name.txt',
    bytes: 'Sentinel-file-content',
    reply: 'Sentinel-reply',
    refused: 'Sentinel-refused-reply',
    offline: 'Sentinel-offline-reply',
    note: 'Sentinel-internal-note',
    draft: 'Sentinel-draft-words',
    rename: 'Sentinel-new-title',
    full: 'Sentinel-on-full-disk',
  } as const
  const people = ['Mira Adler', 'miraadler', 'Anna Berg', 'anna_fernline', '15550001001']

  const desk = await open()
  await desk.signInAsAnna(dc)
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, said.title, said.first)
  const document = { name: said.file, mime: 'text/plain', bytes: Buffer.from(said.bytes) }
  mira.sendDocument(topic, document, said.caption)
  mira.edit(topic.first, said.edited)
  await desk.openTicket(said.title)
  await expect(desk.log).toContainText(said.edited)
  await desk.sendReply(said.reply)
  await expect.poll(() => mira.received(topic).length).toBe(1)

  await desk.window.getByRole('tab', { name: 'Internal note' }).click()
  await desk.window.getByRole('textbox', { name: 'Internal note' }).fill(said.note)
  await desk.button('Add note').click()
  await desk.window.getByRole('tab', { name: 'Reply' }).click()
  dc.switchboard.failWith('messages.SendMessage', 400, 'TOPIC_CLOSED')
  await desk.sendReply(said.refused)
  const failed = desk.log.getByRole('article', { name: /not sent$/ })
  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => mira.received(topic).length).toBe(2)
  mira.renameTopic(topic, said.rename)
  await expect(desk.row(said.rename)).toBeVisible()

  await desk.fillDisk(true)
  await desk.sendReply(said.full)
  await expect(desk.window.getByText('The disk is full. This was not kept')).toBeVisible()
  await desk.fillDisk(false)
  await dc.switchboard.goDown()
  await desk.reply.fill(said.offline)
  await desk.reply.press('Control+Enter')
  await dc.switchboard.comeUp()
  await expect.poll(() => mira.received(topic).length, { timeout: 30_000 }).toBe(3)
  await desk.reply.fill(said.draft)
  await desk.reply.blur()
  await desk.close()

  const logs = join(desk.profile, 'logs')
  expect(readdirSync(logs)).not.toEqual([])
  for (const words of [...Object.values(said), ...people]) {
    expect(findInFolder(logs, words), words).toEqual([])
    expect(desk.launched.output(), words).not.toContain(words)
  }
})
