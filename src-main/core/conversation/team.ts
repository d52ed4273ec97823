import type { Course } from '../desk/course'
import { groupOf } from '../people/accounts'
import { personAfter } from '../people/person-after'
import { isSamePerson } from '../people/same-person'
import type { Person } from './message'

/**
 * The team as Telegram names it for one group now: whole. The desk's own accounts always belong to it. Of a group that was
 * left nothing is heard. What is known of a colleague besides stays, as of anybody ({@link personAfter}).
 */
export function changeTeam(course: Course, groupId: string, told: readonly Person[]): void {
  const { people, teams } = course.state
  if (!groupOf(course.state, groupId)) return
  const agents = told.map((agent) => personAfter(people.get(agent.id), agent))
  const known = teams[groupId]
  const isSame =
    known !== undefined &&
    agents.length === known.length &&
    agents.every((agent, at) => known[at] === agent.id && isSamePerson(people.get(agent.id), agent))
  if (!isSame) course.happen({ kind: 'team-changed', groupId, agents }, { kind: 'desk' })
}
