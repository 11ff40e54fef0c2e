/** Single numbers, in a file for each chapter that brought them. */
import introduction from './introduction.json';
import rootsOfTransfer from './roots-of-transfer.json';
import visionBackbones from './vision-backbones.json';
import supervised from './supervised.json';
import unsupervised from './unsupervised.json';
import wordVectors from './word-vectors-to-transformers.json';
import selfSupervisedLanguage from './self-supervised-language.json';
import selfSupervisedVision from './self-supervised-vision.json';
import multimodal from './multimodal.json';
import featureExtractionAndFineTuning from './feature-extraction-and-fine-tuning.json';
import parameterEfficient from './parameter-efficient.json';
import promptingAndInContext from './prompting-and-in-context.json';
import foundationModels from './foundation-models.json';
import scalingLaws from './scaling-laws.json';
import forgettingAndDomainShift from './forgetting-and-domain-shift.json';
import biasCostAndMisuse from './bias-cost-and-misuse.json';
import compression from './compression.json';
import modelHubs from './model-hubs.json';
import applications from './applications.json';

export const quantityRows: readonly unknown[] = [
  ...introduction,
  ...rootsOfTransfer,
  ...visionBackbones,
  ...wordVectors,
  ...supervised,
  ...unsupervised,
  ...selfSupervisedLanguage,
  ...selfSupervisedVision,
  ...multimodal,
  ...featureExtractionAndFineTuning,
  ...parameterEfficient,
  ...promptingAndInContext,
  ...foundationModels,
  ...scalingLaws,
  ...forgettingAndDomainShift,
  ...biasCostAndMisuse,
  ...compression,
  ...modelHubs,
  ...applications,
];
