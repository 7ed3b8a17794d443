import { bare } from './targets/bare.mjs';
import { peerjs } from './targets/peerjs.mjs';
import { createSightline } from './targets/sightline.mjs';
import { yWebrtc } from './targets/y-webrtc.mjs';

/**
 * Every server that is measured, the yardstick first.
 * @param {string} service Sightline's built service
 */
export const createTargets = (service) => [bare, createSightline(service), peerjs, yWebrtc];

/**
 * @param {string} name
 * @param {string} service
 */
export function findTarget(name, service) {
  const target = createTargets(service).find((candidate) => candidate.name === name);
  if (!target) throw new Error(`no such target: ${name}`);
  return target;
}
