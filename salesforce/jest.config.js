const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
    ...jestConfig,
    globalSetup: '<rootDir>/test/labels.js',
    moduleNameMapper: {
        // The texts that users read, out of CustomLabels; without this each label would be its own name.
        '^@salesforce/label/c\\.(\\w+)$': '<rootDir>/target/labels/$1.js'
    },
    modulePathIgnorePatterns: ['<rootDir>/target/org']
};
