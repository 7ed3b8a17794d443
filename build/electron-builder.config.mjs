import { releasePlace } from './release-place.mjs';

const place = releasePlace(process.env);

export default {
  extends: 'build/electron-builder.yml',
  ...place,
  // With a certificate at hand, an unsigned installer would be a mistake and not a choice.
  forceCodeSigning: place.extraMetadata.isSigned,
};
