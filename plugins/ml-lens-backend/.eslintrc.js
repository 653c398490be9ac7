module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The expectations of supertest count as well.
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', '**.expect'] },
    ],
  },
});
