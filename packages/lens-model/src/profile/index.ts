export * from './suggestLayer';
export * from './suggestNotApplicable';
