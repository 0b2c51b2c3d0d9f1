// kinds reads an array of documents, and prints one of {index, message} for what the operators' own types cannot hold: fields that
// they do not have, values of another type. A document of a kind that is not one of theirs is not looked at.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	cnpg "github.com/cloudnative-pg/cloudnative-pg/api/v1"
	envoy "github.com/envoyproxy/gateway/api/v1alpha1"
	strict "sigs.k8s.io/json"
)

type fault struct {
	Index   int    `json:"index"`
	Message string `json:"message"`
}

func typeOf(apiVersion, kind string) any {
	switch apiVersion + "/" + kind {
	case "postgresql.cnpg.io/v1/Cluster":
		return &cnpg.Cluster{}
	case "postgresql.cnpg.io/v1/ScheduledBackup":
		return &cnpg.ScheduledBackup{}
	case "gateway.envoyproxy.io/v1alpha1/EnvoyProxy":
		return &envoy.EnvoyProxy{}
	case "gateway.envoyproxy.io/v1alpha1/ClientTrafficPolicy":
		return &envoy.ClientTrafficPolicy{}
	case "gateway.envoyproxy.io/v1alpha1/BackendTrafficPolicy":
		return &envoy.BackendTrafficPolicy{}
	case "gateway.envoyproxy.io/v1alpha1/SecurityPolicy":
		return &envoy.SecurityPolicy{}
	case "gateway.envoyproxy.io/v1alpha1/HTTPRouteFilter":
		return &envoy.HTTPRouteFilter{}
	}
	return nil
}

func main() {
	var documents []json.RawMessage
	if err := json.NewDecoder(os.Stdin).Decode(&documents); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	faults := []fault{}
	for index, document := range documents {
		var head struct {
			APIVersion string `json:"apiVersion"`
			Kind       string `json:"kind"`
		}
		if err := json.Unmarshal(document, &head); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		kind := typeOf(head.APIVersion, head.Kind)
		if kind == nil {
			continue
		}
		unknown, err := strict.UnmarshalStrict(document, kind)
		for _, each := range unknown {
			faults = append(faults, fault{index, each.Error()})
		}
		if err != nil {
			faults = append(faults, fault{index, err.Error()})
		}
	}
	_ = json.NewEncoder(os.Stdout).Encode(faults)
}
