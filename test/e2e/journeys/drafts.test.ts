import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'

/** Pastes a file into the reply, as from a file manager. */
async function paste(desk: DeskPage, name: string, text: string): Promise<void> {
  await desk.reply.evaluate(
    (field, [name, text]) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([text], name, { type: 'application/octet-stream' }))
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [name, text] as const,
  )
  await expect(files(desk).getByText(name)).toBeVisible()
}

const files = (desk: DeskPage) => desk.window.getByRole('list', { name: 'Files to send' })

/** What is staged on the disk, as text. */
function staged({ profile }: DeskPage): readonly string[] {
  const folder = join(profile, 'files/outgoing')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .sort()
}

test('a draft with files survives another ticket, a kill and a reply taken back, and frees what is not sent', async ({
  atWork,
  dc,
  open,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'With papers', 'Where is my invoice?')
  mira.openTopic(dc.workspace.help, 'Another', 'Hello')
  await atWork.openTicket('With papers')
  await atWork.reply.fill('Here it is.')
  await paste(atWork, 'invoice.dat', 'the invoice')
  await paste(atWork, 'terms.dat', 'the terms')
  await paste(atWork, 'wrong.dat', 'the wrong one')
  await atWork.button('Remove wrong.dat').click()
  await expect.poll(() => staged(atWork)).toEqual(['the invoice', 'the terms'])
  await atWork.openTicket('Another')
  await expect(files(atWork)).toHaveCount(0)
  await atWork.openTicket('With papers')
  await expect(files(atWork).getByRole('listitem')).toHaveCount(2)
  await atWork.kill()

  const again = await open({ profile: atWork.profile })
  await again.openTicket('With papers')
  await expect(again.reply).toHaveValue('Here it is.')
  await expect(files(again).getByRole('listitem')).toHaveText([/invoice\.dat/, /terms\.dat/])
  expect(staged(again)).toEqual(['the invoice', 'the terms'])

  await again.call('settings', 'change', { sendHoldMs: 10_000 })
  await again.reply.press('Control+Enter')
  await expect(files(again)).toHaveCount(0)
  await again.log.getByRole('button', { name: 'Undo' }).click()
  await expect(files(again).getByRole('listitem')).toHaveCount(2)
  await again.button('Remove terms.dat').click()
  await again.call('settings', 'change', { sendHoldMs: 0 })
  await again.reply.press('Control+Enter')
  await expect.poll(() => mira.received(topic)).toHaveLength(1)
  const media = mira.received(topic)[0]?.media
  expect(media?.kind === 'document' && media.bytes.toString()).toBe('the invoice')
  await expect.poll(() => staged(again)).toEqual([])
})

test('the ticket that was open last is open again after a restart', async ({ atWork, dc, open }) => {
  const mira = dc.customers.byName('Mira')
  mira.openTopic(dc.workspace.help, 'Open last', 'Hello')
  await atWork.openTicket('Open last')
  await expect(atWork.log).toContainText('Hello')
  await atWork.close()
  const again = await open({ profile: atWork.profile })
  await expect(again.window.getByRole('region', { name: 'Open last', exact: true })).toBeVisible()
  await expect(again.log).toContainText('Hello')
})
