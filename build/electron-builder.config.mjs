import { releasePlace } from './release-place.mjs';

export default { extends: 'build/electron-builder.yml', ...releasePlace(process.env) };
