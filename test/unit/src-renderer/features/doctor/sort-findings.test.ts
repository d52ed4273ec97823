import { describe, expect, it } from 'vitest'
import { findingGroups } from '../../../../../src-renderer/features/doctor/sort-findings'
import { severalAccounts } from '../../../../renderer/data/accounts'
import { troubledDoctor } from '../../../../renderer/data/findings'

describe('what the doctor found', () => {
  const groups = findingGroups(troubledDoctor.findings, severalAccounts)
  it('stands under what it is about, the worst off first', () => {
    expect(groups.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'account @fernline_help_bot',
      'computer This computer',
      'group Fernline Staff',
      'group Fernline Help',
    ])
  })
  it('has the worst first in each', () => {
    expect(groups[0]?.findings.map(({ state }) => state)).toEqual(['bad', 'unknown', 'ok', 'ok'])
  })
  it('loses nothing', () => {
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(troubledDoctor.findings.length)
  })
  it('shows what is about an account that is gone', () => {
    expect(findingGroups(troubledDoctor.findings, [])[0]?.title).toBe('An account')
  })
})
