import type { Course } from '../desk/course'
import { groupOf } from '../people/accounts'
import { isSamePerson } from '../people/same-person'
import type { Person } from './message'

/** The team as Telegram names it for one group now: whole. The desk's own accounts always belong to it. Of a group that was left nothing is heard. */
export function changeTeam(course: Course, groupId: string, agents: readonly Person[]): void {
  const { people, teams } = course.state
  if (!groupOf(course.state, groupId)) return
  const known = teams[groupId]
  const isSame =
    known !== undefined &&
    agents.length === known.length &&
    agents.every((agent, at) => known[at] === agent.id && isSamePerson(people.get(agent.id), agent))
  if (!isSame) course.happen({ kind: 'team-changed', groupId, agents }, { kind: 'desk' })
}
