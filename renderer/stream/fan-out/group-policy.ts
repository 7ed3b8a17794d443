import type { LinkCondition } from './link-condition.ts';
import { FIRST_STANDING, judge, outOf, type SharedLoad, type Standing } from './link-standing.ts';

/** One viewer's sender as the policy sees it; in the order in which they came. */
export type Candidate = {
  readonly id: number;
  /** Only senders of one group can send the same frames; `undefined` while it sends none. */
  readonly group: string | undefined;
  /** `undefined` until two looks were taken. */
  readonly condition: LinkCondition | undefined;
  readonly keyFrameBytes: number;
};

export type Place = {
  /** Whose encoder's pictures it sends; its own id for its own. */
  readonly source: number;
  readonly standing: Standing;
  /** Looks in a row in which it led and its link held back a group that could do better. */
  readonly holdingLooks: number;
};
export type Places = ReadonlyMap<number, Place>;

const LOOKS_TO_HAND_OVER = 4;
/** How much more another link must carry for it to take over. */
const HAND_OVER_MARGIN = 1.5;

/** After somebody came, went, paused or changed plans: who sends whose pictures. */
export function assignSources(places: Places, candidates: readonly Candidate[]): Places {
  const leads = new Map<string, number>();
  for (const [group, members] of groupsOf(candidates)) {
    const fit = members.filter(({ id }) => places.get(id)?.standing.isFit);
    const lead = fit.length > 1 ? leadOf(fit, places) : undefined;
    if (lead) leads.set(group, lead.id);
  }
  return new Map(
    candidates.map(({ id, group }) => {
      const place = places.get(id) ?? newPlace(id);
      const lead = group !== undefined && place.standing.isFit ? leads.get(group) : undefined;
      const source = lead ?? id;
      const holdingLooks = source === place.source ? place.holdingLooks : 0;
      return [id, { ...place, source, holdingLooks }];
    }),
  );
}

/** After one more look at every link. */
export function lookAtLinks(places: Places, candidates: readonly Candidate[]): Places {
  const looked = new Map(places);
  for (const members of groupsOf(candidates).values()) {
    const lead = leadOf(members, places);
    if (!lead?.condition) continue;
    const load = loadOf(lead, lead.condition, members);
    for (const { id, condition } of members) {
      const place = places.get(id) ?? newPlace(id);
      if (!condition) continue;
      const role = roleOf(id, place, places);
      looked.set(id, { ...place, standing: judge(place.standing, condition, load, role) });
    }
    if (roleOf(lead.id, places.get(lead.id), places) !== 'lead') continue;
    const held = holdBack(looked.get(lead.id), lead.condition, members);
    if (held) looked.set(lead.id, held);
  }
  return assignSources(looked, candidates);
}

function loadOf(
  { keyFrameBytes }: Candidate,
  { sentBps }: LinkCondition,
  members: readonly Candidate[],
): SharedLoad {
  const conditions = members.flatMap(({ condition }) => condition ?? []);
  return {
    ...{ sentBps, keyFrameBytes },
    leastSendDelayMs: Math.min(...conditions.map(({ sendDelayMs }) => sendDelayMs)),
    leastLossRatio: Math.min(...conditions.map(({ lossRatio }) => lossRatio)),
  };
}

/** This sender encodes for itself for good. */
export function barFrom(places: Places, id: number): Places {
  const place = places.get(id) ?? newPlace(id);
  const standing = outOf(place.standing, Number.POSITIVE_INFINITY);
  return new Map(places).set(id, { ...place, standing });
}

/** Counts how long a lead's own link holds back the others, and has it step down. */
function holdBack(
  place: Place | undefined,
  lead: LinkCondition,
  members: readonly Candidate[],
): Place | undefined {
  if (!place) return undefined;
  const best = Math.max(...members.map(({ condition }) => condition?.availableBps ?? 0));
  const isHolding = lead.isBandwidthLimited && best >= lead.availableBps * HAND_OVER_MARGIN;
  const holdingLooks = isHolding ? place.holdingLooks + 1 : 0;
  if (holdingLooks < LOOKS_TO_HAND_OVER) return { ...place, holdingLooks };
  return { ...place, standing: outOf(place.standing), holdingLooks: 0 };
}

/** Who leads already stays; otherwise whose link carries most, and of equals who came first. */
function leadOf(members: readonly Candidate[], places: Places): Candidate | undefined {
  const leading = members.find(({ id }) => roleOf(id, places.get(id), places) === 'lead');
  const widest = members.reduce<Candidate | undefined>(
    (best, candidate) => (availableTo(candidate) > availableTo(best) ? candidate : best),
    undefined,
  );
  return leading ?? widest ?? members[0];
}

const availableTo = (candidate: Candidate | undefined): number =>
  candidate?.condition?.availableBps ?? 0;

function roleOf(id: number, place: Place | undefined, places: Places): 'lead' | 'follow' | 'alone' {
  if (place && place.source !== id) return 'follow';
  for (const [otherId, other] of places) if (otherId !== id && other.source === id) return 'lead';
  return 'alone';
}

function groupsOf(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.group === undefined) continue;
    groups.set(candidate.group, [...(groups.get(candidate.group) ?? []), candidate]);
  }
  return groups;
}

const newPlace = (id: number): Place => ({ source: id, standing: FIRST_STANDING, holdingLooks: 0 });
