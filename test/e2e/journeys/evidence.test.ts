import type { EvidenceView } from '../../../src-preload/contract/evidence'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { picture } from './picture'

const figure = (desk: DeskPage, account: string, row: string) =>
  desk.window
    .getByRole('region', { name: `Evidence of ${account}` })
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .getByRole('cell')
    .last()

test('after an hour without network one card says what came, and the evidence that nothing is missing', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Tunnel', 'one')
  await atWork.openTicket('Tunnel')
  await dc.switchboard.goDown()
  await expect(atWork.strip).toContainText(/Offline since|Connecting/, { timeout: 20_000 })
  for (const text of ['two', 'three', 'four']) mira.write(topic, text)
  dc.customers.byName('Osei').openTopic(dc.workspace.help, 'While you were away', 'Anybody there?')
  await atWork.passTime(3_600_000)
  await dc.switchboard.comeUp()
  await atWork.call('desk', 'reconnect')
  const card = atWork.window.getByRole('status', { name: 'While the desk was away' })
  await expect(card).toContainText('Back after 1 hour', { timeout: 30_000 })
  await expect(card).toContainText(/4 messages came, 1 new ticket/)
  await expect(card).toContainText('Nothing is missing')
  await picture(atWork, 'wake-card', ['light', 'dark'])

  await card.getByRole('button', { name: 'Show the evidence' }).click()
  await expect(figure(atWork, 'Anna Berg', 'Recovered')).not.toHaveText('0')
  await expect(atWork.window.getByRole('region', { name: 'Evidence of Anna Berg' })).toContainText(
    'Every gap was closed, every reply is accounted for.',
  )
  const { accounts } = (await atWork.call('evidence', 'get')) as EvidenceView
  for (const { all } of accounts) expect(all.gapsFound).toBe(all.gapsClosed)
  expect(accounts[0]?.all.recovered).toBeGreaterThan(0)

  await atWork.button('Compare').click()
  const comparison = atWork.window.getByRole('status', { name: 'Comparison' })
  await expect(comparison).toContainText(/no difference|Nothing differs|Nothing is missing/i, {
    timeout: 30_000,
  })
  const { reconciliation } = (await atWork.call('evidence', 'get')) as EvidenceView
  expect(reconciliation?.checked).toBeGreaterThan(5)
  await picture(atWork, 'evidence', ['light', 'dark'])
})

test('the doctor names a right that is missing, and turns well once it is given and tested again', async ({
  atWork,
  dc,
}) => {
  const { help } = dc.workspace
  const member = help.members.get(dc.staff.byName('Anna').id)
  if (!member) throw new Error('Anna is not in the group.')
  const { rights } = member
  Object.assign(member, { role: 'member', rights: null, isMuted: true })
  await atWork.openSettings('Doctor')
  const { window } = atWork
  await window.getByRole('button', { name: 'Test all again' }).click()
  const group = window.getByRole('region', { name: 'Fernline Help' })
  const broken = group.getByRole('listitem').filter({ hasText: 'Anna Berg may not write in Fernline Help' })
  await expect(broken).toBeVisible()
  await picture(atWork, 'doctor', ['light', 'dark'])
  Object.assign(member, { role: 'admin', rights, isMuted: false })
  await broken.getByRole('button', { name: /^Test again/ }).click()
  await expect(broken).toHaveCount(0)
  await expect(group.getByText('What to do')).toHaveCount(0)
})
